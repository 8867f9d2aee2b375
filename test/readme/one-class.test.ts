import { readFileSync } from 'node:fs';

import type { Class } from '../../src/metadata/class';
import { createTestKernel, type TestKernel } from '../../src/testing/create-test-kernel';
import { readCodeBlocks } from './read-code-blocks';
import { runPageModule } from './run-page-module';

const blocks = readCodeBlocks(readFileSync('README.md', 'utf8')).filter(({ language }) => language === 'http');
const exchanges = blocks.map(({ lines }) => readExchange(lines.join('\n')));

/** One request that the page shows, and its answer. The JSON of both may be shown with white space. */
function readExchange(text: string) {
  const [request = '', answer = ''] = text.split('\n\n');
  const [line = '', ...body] = request.split('\n');
  const [method = '', url = ''] = line.split(' ');
  const [status, ...json] = answer.split('\n');
  return {
    method: method.toLowerCase() as 'get' | 'post' | 'patch',
    url,
    body: body.length > 0 ? (JSON.parse(body.join('\n')) as unknown) : undefined,
    status,
    json: JSON.stringify(JSON.parse(json.join('\n'))),
  };
}

let kernel: TestKernel;

beforeAll(async () => {
  kernel = await createTestKernel(runPageModule('README.md', 'members.ts')['MembersModule'] as Class);
});
afterAll(() => kernel.close());

describe('the README, one class written once', () => {
  it('shows exchanges', () => {
    expect(exchanges.map(({ method }) => method)).toEqual(['post', 'post', 'patch', 'get', 'get']);
  });

  // In the order of the page: what one stores the next finds.
  it.each(exchanges)(
    'answers $method $url with $status as it is shown',
    async ({ method, url, body, status, json }) => {
      const answer = await kernel.client[method](url, body === undefined ? {} : { body });

      expect(`${answer.status} ${String(answer.headers['content-type'])}`).toBe(status);
      // No two requests have the same id.
      expect(answer.text.replace(/(?<="requestId":")[^"]+/, '…')).toBe(json);
    },
  );
});
