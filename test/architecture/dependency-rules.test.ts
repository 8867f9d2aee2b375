import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small repository that breaks each rule once, and next to each breach does what is allowed. */
const sources: Record<string, string> = {
  'src/index.ts': `import 'reflect-metadata'; export { a } from './kernel';`,
  'src/kernel.ts': `import 'fastify'; import './routing/uses-lower-layer'; export const a = 1;`,
  'src/kernel-options.ts': `import type { a } from './kernel'; export type A = typeof a;`,
  'src/testing/index.ts': `import '../kernel'; export const fake = 1;`,
  'src/errors/problem.ts': `export const problem = 1;`,
  'src/errors/breaks-layers.ts': `import type { b } from '../http/b'; export type B = typeof b;`,
  'src/errors/knows-kernel.ts': `import '../kernel';`,
  'src/http/b.ts': `import 'fastify'; import 'cookie'; import 'node:http'; export const b = 1;`,
  'src/http/circular.ts': `import type { C } from './circular-too'; export type D = C;`,
  'src/http/circular-too.ts': `import type { D } from './circular'; export type C = D | 1;`,
  'src/routing/uses-lower-layer.ts': `import '../errors/problem'; import type { F } from 'fastify'; export type G = F;`,
  'src/routing/runs-fastify.ts': `import 'fastify';`,
  'src/routing/imports-missing.ts': `import './missing';`,
  'src/routing/imports-index.ts': `import '../index';`,
  'src/routing/imports-test.ts': `import '../../test/support';`,
  'src/routing/orphan.ts': `export const orphan = 1;`,
  'src/binding/at-home.ts': `import 'class-validator'; import 'class-transformer'; import '../errors/problem';`,
  'src/binding/away-from-home.ts': `import 'tsyringe';`,
  'src/injection/at-home.ts': `import 'tsyringe';`,
  'src/injection/away-from-home.ts': `import type { V } from 'class-validator'; export type W = V;`,
  'src/injection/undeclared.ts': `import 'left-pad';`,
  'src/views/only-for-development.ts': `import 'jest-each';`,
  'src/views/knows-testing.ts': `import type { fake } from '../testing/index'; export type H = typeof fake;`,
  'src/utils/thing.ts': `import '../errors/problem';`,
  'src/stray.ts': `import './errors/problem';`,
  'test/support.ts': `export const support = 1;`,
  'samples/hello/main.ts': `import 'quintet'; import 'quintet/testing'; import './view'; import 'tsyringe';`,
  'samples/hello/view.ts': `export const view = 1;`,
  'samples/hello/deep.ts': `import '../../src/kernel';`,
  'samples/hello/relative.ts': `import '../../src/index';`,
  'samples/cycle/copies.ts': `import '../hello/view';`,
};

/** As dependency-cruiser reports them: `rule: from → to`. */
const breaches = [
  'binding/away-from-home.ts → tsyringe: tsyringe-has-one-home',
  'errors/breaks-layers.ts → http/b.ts: errors-imports',
  'errors/knows-kernel.ts → kernel.ts: errors-imports',
  'http/circular-too.ts → http/circular.ts: no-cycles',
  'injection/away-from-home.ts → class-validator: class-validator-has-one-home',
  'injection/undeclared.ts → left-pad: every-package-has-a-home',
  'injection/undeclared.ts → left-pad: only-declared-packages',
  'routing/imports-index.ts → index.ts: nobody-imports-an-index',
  'routing/imports-index.ts → index.ts: routing-imports',
  'routing/imports-missing.ts → ./missing: imports-resolve',
  'routing/imports-test.ts → test/support.ts: src-does-not-import-tests',
  'routing/orphan.ts → routing/orphan.ts: no-orphans',
  'routing/runs-fastify.ts → fastify: fastify-runs-in-one-place',
  'samples/cycle/copies.ts → samples/hello/view.ts: samples-stand-alone',
  'samples/hello/deep.ts → kernel.ts: samples-use-the-public-api',
  'samples/hello/relative.ts → index.ts: samples-use-the-public-api',
  'stray.ts → errors/problem.ts: every-folder-has-a-row',
  'utils/thing.ts → errors/problem.ts: every-folder-has-a-row',
  'views/knows-testing.ts → testing/index.ts: nobody-imports-a-reader',
  'views/knows-testing.ts → testing/index.ts: nobody-imports-an-index',
  'views/knows-testing.ts → testing/index.ts: views-imports',
  'views/only-for-development.ts → jest-each: every-package-has-a-home',
  'views/only-for-development.ts → jest-each: only-declared-packages',
];

describe('the dependency rules', () => {
  const repository = mkdtempSync(join(tmpdir(), 'quintet-layers-'));

  afterAll(() => {
    rmSync(repository, { recursive: true });
  });

  it('report each breach and nothing else', () => {
    plantRepository();

    const reported = readBreaches();

    expect(reported).toEqual(breaches);
  });

  function plantRepository(): void {
    const dependencies = { fastify: '1.0.0', cookie: '1.0.0' };
    const peers = {
      tsyringe: '1.0.0',
      'class-validator': '1.0.0',
      'class-transformer': '1.0.0',
      'reflect-metadata': '1.0.0',
    };
    const development = { ...peers, 'jest-each': '1.0.0' };

    plant('package.json', JSON.stringify({ dependencies, peerDependencies: peers, devDependencies: development }));
    plant('tsconfig.json', JSON.stringify({ compilerOptions: { paths: publicNames } }));
    for (const name of [...Object.keys({ ...dependencies, ...development }), 'left-pad']) {
      plant(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
      plant(`node_modules/${name}/index.js`, '');
    }
    for (const [path, source] of Object.entries(sources)) plant(path, source);
  }

  function plant(path: string, content: string): void {
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    writeFileSync(join(repository, path), content);
  }

  function readBreaches(): string[] {
    const rules = join(__dirname, 'dependency-rules.cjs');
    const cruiser = join(process.cwd(), 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const folders = ['src', 'test', 'samples'];
    const report = execFileSync(process.execPath, [cruiser, '--output-type', 'json', '--config', rules, ...folders], {
      cwd: repository,
      encoding: 'utf8',
    });
    const { summary } = JSON.parse(report) as { summary: { violations: Violation[] } };
    return summary.violations.map(({ rule, from, to }) => `${shorten(from)} → ${shorten(to)}: ${rule.name}`).sort();
  }
});

const publicNames = { quintet: ['./src/index.ts'], 'quintet/testing': ['./src/testing/index.ts'] };

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

function shorten(path: string): string {
  return path.replace(/^src\//, '').replace(/^node_modules\/([^/]+)\/.*/, '$1');
}
