import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type LoadedModule, readLibraryCopies } from '../../src/binding/library-copies';
import { describeProblem } from '../../src/errors/configuration-error';

describe('the probe for copies of the libraries', () => {
  const own = dirname(require.resolve('class-transformer/package.json'));
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'quintet-copies-')));
  const copy = join(folder, 'node_modules', 'class-transformer');
  cpSync(own, copy, { recursive: true });
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ main: './cjs/index.js', version: '0.4.9' }));
  const file = join(folder, 'app.js');
  writeFileSync(file, "module.exports = require('class-transformer');");

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('names both copies, with their versions, when the application has loaded another one', () => {
    const main = createRequire(file).resolve('class-transformer');
    const loaded: Record<string, LoadedModule> = { [file]: { children: [{ id: main }] }, [main]: {} };
    const { version } = jest.requireActual<{ version: string }>('class-transformer/package.json');
    const versions = new Map([
      [own, version],
      [copy, '0.4.9'],
    ]);
    const copies = [own, copy].sort().map((root) => `${versions.get(root) ?? ''} in ${root}`);

    expect(readLibraryCopies(loaded).map(describeProblem)).toEqual([
      `class-transformer is loaded more than once, so that what one copy records the others do not know: ${copies.join(', ')}.\n` +
        '  Keep one version of class-transformer in package.json, then run npm dedupe. npm ls class-transformer tells who needs the others. [Q011]',
    ]);
  });

  it('leaves alone what a package uses inside, and what is loaded once', () => {
    const main = createRequire(file).resolve('class-transformer');
    const inside = join(folder, 'node_modules', 'other', 'index.js');

    expect(readLibraryCopies({ [inside]: { children: [{ id: main }] }, [main]: {} })).toEqual([]);
    expect(readLibraryCopies({ [file]: { children: [{ id: require.resolve('class-transformer') }] } })).toEqual([]);
    expect(readLibraryCopies()).toEqual([]);
  });

  it('stops the start of an application that has really loaded one', () => {
    const app = `
      require(${JSON.stringify(file)});
      const { Kernel, Module } = require(${JSON.stringify(join(__dirname, '../../src/index.ts'))});
      const Root = class Root {};
      Module({})(Root);
      Kernel.create(Root, { logger: false, env: {} }).catch((error) => console.log(error.message));
    `;
    writeFileSync(join(folder, 'start.js'), app);
    const loader = require.resolve('ts-node/register/transpile-only');
    const text = execFileSync(process.execPath, ['-r', loader, join(folder, 'start.js')], {
      encoding: 'utf8',
      cwd: join(__dirname, '../..'),
    });

    expect(text).toContain('class-transformer is loaded more than once');
    expect(text).toContain(`0.4.9 in ${copy}`);
  }, 60_000);
});
