import { readFileSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import { join } from 'node:path';

import { createTestKernel, type TestKernel } from 'quintet/testing';
import { HelloModule } from './hello';

describe('the README', () => {
  let kernel: TestKernel;

  beforeAll(async () => {
    kernel = await createTestKernel(HelloModule);
  });

  afterAll(() => kernel.close());

  it.each(readExamples())('tells what is answered: %s', async (command, answer) => {
    const [, path = ''] = /localhost:3000(\S*)/.exec(command) ?? [];

    const { status, text } = await kernel.client.get(path);

    expect(command.includes('-i') ? `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}` : text).toBe(answer);
  });
});

// Each command, and the line below it.
function readExamples(): [string, string][] {
  const readme = readFileSync(join(__dirname, 'README.md'), 'utf8');
  return [...readme.matchAll(/^ {4}(curl .+)\n {4}(.+)$/gm)].map(([, command = '', answer = '']) => [command, answer]);
}
