import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Settings } from 'quintet';
import type { TestResponse } from 'quintet/testing';
import { ConduitSettings } from './settings';
import { Conduit } from './testing/conduit';
import { databases } from './testing/databases';

const readme = readFileSync(join(__dirname, 'README.md'), 'utf8');

describe.each(databases.slice(0, 1))('the README', (kind) => {
  let conduit: Conduit;
  let token = '';

  beforeAll(async () => {
    conduit = await Conduit.start(kind);
  });

  afterAll(() => conduit.stop());

  it.each(readExamples())('tells what is answered: %s', async (command, answer) => {
    const { text } = await run(command);
    token = /"token":"([^"]+)"/.exec(text)?.[1] ?? token;

    expect(text).toMatch(toPattern(answer));
  });

  it('names the settings', () => {
    const named = [...readme.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, variable]) => variable);
    const framework = Object.keys(new Settings());
    const own = Object.keys(new ConduitSettings()).filter((name) => !framework.includes(name));

    expect(named).toEqual(expect.arrayContaining(own.map(toVariable)));
  });

  // As much of curl as the README uses.
  function run(command: string): Promise<TestResponse> {
    const words = [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, ...parts]) => parts.join(''));
    const read = (option: string) => words.flatMap((word, index) => (word === option ? [words[index + 1] ?? ''] : []));
    const url = words.find((word) => word.startsWith('localhost:3000'))?.slice('localhost:3000'.length) ?? '';
    const headers = Object.fromEntries(
      read('-H').map((header) => header.replace('$TOKEN', token).split(': ') as [string, string]),
    );
    const [body] = read('-d');
    const [method = body === undefined ? 'GET' : 'POST'] = read('-X');
    return conduit.client[method.toLowerCase() as 'get'](url, body === undefined ? { headers } : { headers, body });
  }
});

// Each command, and the line below it.
function readExamples(): [string, string][] {
  return [...readme.matchAll(/^ {4}(curl .+)\n {4}(.+)$/gm)].map(([, command = '', answer = '']) => [command, answer]);
}

// The dots stand for anything.
function toPattern(answer: string): RegExp {
  const texts = answer.split('…').map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${texts.join('.*')}$`);
}

function toVariable(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
