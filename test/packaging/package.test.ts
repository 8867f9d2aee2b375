import { Consumer } from './consumer';

const importing = `import { Kernel } from 'quintet';
import { fake } from 'quintet/testing';
import { matchers } from 'quintet/testing/jest';
`;
const requiring = `const { Kernel } = require('quintet');
const { fake } = require('quintet/testing');
const { matchers } = require('quintet/testing/jest');
`;
const printing = 'console.log(typeof Kernel.create, typeof fake, typeof matchers.toHaveStatus);\n';
const printed = 'function function function\n';

let consumer: Consumer;

beforeAll(() => {
  consumer = new Consumer();
});

afterAll(() => {
  consumer.remove();
});

describe('the packed package', () => {
  it('holds the compiled sources and the documents of a package, and nothing else', () => {
    const others = consumer.packed.filter((path) => !/^dist\/.+\.(js|d\.ts)$/.test(path));

    expect(others.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']);
  });

  it('is a few modules, one for whatever its entries share', () => {
    const modules = consumer.packed.filter((path) => path.endsWith('.js'));

    expect(modules.sort()).toEqual([
      'dist/framework.js',
      'dist/index.js',
      'dist/openapi/index.js',
      'dist/served-descriptions.js',
      'dist/testing/index.js',
      'dist/testing/jest.js',
    ]);
  });

  it('keeps the names of what it exports', () => {
    consumer.write(
      'names.cjs',
      `const names = ['quintet', 'quintet/openapi', 'quintet/testing']
  .flatMap((entry) => Object.entries(require(entry)))
  .map(([exported, value]) => [exported, value.name]);
console.log(names.length > 100, names.filter(([, own]) => String(own).includes('$')));
`,
    );

    expect(consumer.node('names.cjs')).toBe('true []\n');
  });

  it('passes publint', () => {
    expect(consumer.tool('publint', 'run', '--strict', consumer.tarball)).toContain('All good!');
  });

  it('has types for every way in which a compiler resolves it', () => {
    expect(consumer.tool('attw', consumer.tarball)).toContain('No problems found');
  });

  it('is loaded by import', () => {
    consumer.write('import.mjs', importing + printing);

    expect(consumer.node('import.mjs')).toBe(printed);
  });

  it('is loaded by require', () => {
    consumer.write('require.cjs', requiring + printing);

    expect(consumer.node('require.cjs')).toBe(printed);
  });

  it('is loaded by tsx', () => {
    consumer.write('typed.ts', importing + printing);

    expect(consumer.tool('tsx', 'typed.ts')).toBe(printed);
  });

  it('runs in a bundle', () => {
    consumer.write('bundled.mjs', importing + printing);

    consumer.tool('esbuild', 'bundled.mjs', '--bundle', '--platform=node', '--outfile=bundle.cjs');

    expect(consumer.node('bundle.cjs')).toBe(printed);
  });
});
