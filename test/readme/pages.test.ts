import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTypes } from './check-types';
import { readModules } from './read-modules';
import { readNpmCommands } from './read-npm-commands';

const pages = new Map(['README.md', 'CONTRIBUTING.md', ...readPages('docs'), ...readPages('samples')].map(readPage));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

describe('the documents', () => {
  it('show TypeScript that compiles', () => {
    const modules = new Map([...pages].map(([path, text]) => [path, readModules(text)]));

    expect(checkTypes(modules)).toEqual([]);
  });

  it('name scripts and samples that are there', () => {
    const missing = [...pages].flatMap(([path, text]) => readMissing(text).map((command) => `${path}: ${command}`));

    expect(missing).toEqual([]);
  });
});

function readPages(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !path.includes('node_modules'))
    .map((path) => `${folder}/${path}`);
}

function readPage(path: string): [string, string] {
  return [path, existsSync(path) ? readFileSync(path, 'utf8') : ''];
}

function readMissing(text: string): string[] {
  const commands = readNpmCommands(text);
  const missingScripts = commands.filter(({ script }) => !(script in scripts));
  const missingSamples = commands.filter(
    ({ sample }) => sample !== undefined && !existsSync(join('samples', sample, 'main.ts')),
  );
  return [
    ...missingScripts.map(({ script }) => `npm run ${script}`),
    ...missingSamples.map(({ sample }) => `npm run sample ${String(sample)}`),
  ];
}
