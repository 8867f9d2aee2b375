import { readFileSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import { join } from 'node:path';

import { createTestKernel, fake, type TestKernel } from 'quintet/testing';
import { Greetings, HelloModule, HelloView } from './hello';

describe('the view', () => {
  it('answers with the greeting, without a framework', () => {
    const greet = jest.fn((name: string) => `Good day, ${name}.`);
    const view = new HelloView(fake(Greetings, { greet }));

    expect(view.show('Ada')).toEqual({ greeting: 'Good day, Ada.' });
    expect(greet).toHaveBeenCalledWith('Ada');
  });
});

describe('the application', () => {
  it('answers with an injected fake', async () => {
    const greetings = fake(Greetings, { greet: (name) => `Good day, ${name}.` });
    const kernel = await createTestKernel(HelloModule, { with: [greetings] });

    const response = await kernel.client.get('/hello/Ada');
    await kernel.close();

    expect(response.json()).toEqual({ greeting: 'Good day, Ada.' });
  });
});

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
