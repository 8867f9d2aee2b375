import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Consumer } from './consumer';

const importing = `import { Kernel } from 'quintet';
import { fake } from 'quintet/testing';
`;
const printing = 'console.log(typeof Kernel.create, typeof fake);\n';

describe('the packed package', () => {
  let consumer: Consumer;

  beforeAll(() => {
    consumer = new Consumer();
  });

  afterAll(() => {
    consumer.remove();
  });

  it('holds the compiled sources and the documents of a package, and nothing else', () => {
    const others = consumer.packed.filter((path) => !/^dist\/.+\.(js|d\.ts)$/.test(path));

    expect(others.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']);
  });

  it('passes publint', () => {
    expect(consumer.tool('publint', 'run', '--strict', consumer.tarball)).toContain('All good!');
  });

  it('has types for every way in which a compiler resolves it', () => {
    expect(consumer.tool('attw', consumer.tarball)).toContain('No problems found');
  });

  it('is loaded by import', () => {
    consumer.write('import.mjs', importing + printing);

    expect(consumer.node('import.mjs')).toBe('function function\n');
  });

  it('is loaded by require', () => {
    consumer.write(
      'require.cjs',
      `const { Kernel } = require('quintet'); const { fake } = require('quintet/testing'); ${printing}`,
    );

    expect(consumer.node('require.cjs')).toBe('function function\n');
  });

  it('is loaded by tsx', () => {
    consumer.write('typed.ts', importing + printing);

    expect(consumer.tool('tsx', 'typed.ts')).toBe('function function\n');
  });

  it('runs in a bundle', () => {
    consumer.write('bundled.mjs', importing + printing);

    consumer.tool('esbuild', 'bundled.mjs', '--bundle', '--platform=node', '--outfile=bundle.cjs');

    expect(consumer.node('bundle.cjs')).toBe('function function\n');
  });

  it('is loaded by Jest in its ECMAScript mode', () => {
    consumer.write(
      'loaded.test.mjs',
      `${importing}test('loads', () => expect([typeof Kernel.create, typeof fake]).toEqual(['function', 'function']));`,
    );

    expect(() => {
      runJest('.', 'mjs', ['--experimental-vm-modules']);
    }).not.toThrow();
  });

  // Their tests use Jest in its CommonJS mode, so this proves that as well.
  it('compiles the samples and passes their tests', () => {
    consumer.copy('samples');
    consumer.install(readNamedPackages('samples/conduit/README.md'));
    consumer.write('samples/tsconfig.json', JSON.stringify({ compilerOptions, exclude: ['conduit'] }));
    // As its README says.
    const conduit = { compilerOptions: { ...compilerOptions, skipLibCheck: true } };
    consumer.write('samples/conduit/tsconfig.json', JSON.stringify(conduit));

    consumer.tool('tsc', '--project', 'samples');
    consumer.tool('tsc', '--project', 'samples/conduit');

    expect(() => {
      runJest('samples', 'js', [], samplesConfig);
    }).not.toThrow();
    // It installs a database driver and makes a dozen databases.
  }, 600_000);

  function runJest(folder: string, extension: string, options: readonly string[] = [], extra: object = {}): void {
    const rootDir = join(consumer.folder, folder);
    const config = { rootDir, testMatch: [`**/*.test.${extension}`], transform: {}, ...extra };
    const jest = join(__dirname, '../../node_modules/jest/bin/jest.js');
    consumer.node(...options, jest, '--config', JSON.stringify(config));
  }
});

// What a README tells its reader to install beside Quintet.
function readNamedPackages(path: string): string[] {
  const readme = readFileSync(join(__dirname, '../..', path), 'utf8');
  return [...readme.matchAll(/^ {4}npm install (.+)$/gm)]
    .flatMap(([, names = '']) => names.split(' '))
    .filter((name) => !name.startsWith('--'));
}

// As in jest.config.ts. The test of two processes starts them from the repository.
const samplesConfig = {
  transform: { '/@electric-sql/pglite/.+\\.cjs$': '<rootDir>/conduit/testing/pglite-transform.cjs' },
  transformIgnorePatterns: ['/node_modules/(?!@electric-sql/pglite/)'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/conduit/cluster/'],
};

// What a user needs and no more: the options of the repository are stricter.
const compilerOptions = {
  target: 'ES2022',
  module: 'Node16',
  strict: true,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  types: ['node', 'jest'],
  typeRoots: [join(__dirname, '../../node_modules/@types')],
};
