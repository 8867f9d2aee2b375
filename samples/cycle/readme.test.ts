import { readFileSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import { join } from 'node:path';

import { createTestKernel, type TestClient, type TestKernel, type TestResponse } from 'quintet/testing';
import { TourModule } from './tour';

const readme = readFileSync(join(__dirname, 'README.md'), 'utf8');

describe('the README', () => {
  let kernel: TestKernel;
  let client: TestClient;
  let printed: string[];

  beforeAll(async () => {
    kernel = await createTestKernel(TourModule);
    // The errors of this sample are on purpose.
    client = kernel.client.withDefaults({ throwErrors: false });
  });

  beforeEach(() => {
    printed = [];
    jest.spyOn(console, 'log').mockImplementation((line: string) => printed.push(line));
  });

  afterAll(() => kernel.close());

  it.each(readExamples())('tells what is answered: %s', async (command, answer) => {
    const response = await run(command);

    expect(describeAnswer(response, answer)).toEqual(answer);
  });

  it('shows what is printed', async () => {
    const [, shown] = /^```\n(GET \/tour\n[^`]*)\n```$/m.exec(readme) ?? [];

    await client.get('/tour');

    expect(printed.join('\n')).toBe(`\n${shown ?? ''}`);
  });

  it('shows all seventeen golden traces', () => {
    const headings = [...readme.matchAll(/^### GT-(\d\d):/gm)].map(([, id]) => Number(id));

    expect(headings).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
  });

  // As much of curl as the README uses.
  function run(command: string): Promise<TestResponse> {
    const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    const url = (words.at(-1) ?? '').replace('localhost:3000', '');
    const [type = '', body] = ['-H', '-d'].map((option) => words[words.indexOf(option) + 1]);

    if (words.includes('-d')) return client.post(url, { body, headers: { 'content-type': type.split(': ')[1] ?? '' } });
    return words.includes('DELETE') ? client.delete(url) : client.get(url);
  }
});

// Each command, and the lines below it.
function readExamples(): [string, string[]][] {
  const examples = [...readme.matchAll(/^ {4}(curl .+)\n((?: {4}.+\n)+)/gm)];
  return examples.map(([, command = '', answer = '']) => [command, answer.trim().split(/\n {4}/)]);
}

// The status line, and those headers that the README shows.
function describeAnswer({ status, headers }: TestResponse, shown: readonly string[]): string[] {
  const names = shown.slice(1).map((line) => line.split(':')[0] ?? '');
  return [
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`,
    ...names.map((name) => `${name}: ${String(headers[name])}`),
  ];
}
