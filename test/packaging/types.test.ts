import { compilerOptions } from './compiler-options';
import { Consumer } from './consumer';

const program = `import { Kernel } from 'quintet';
import { fake } from 'quintet/testing';
import { matchers } from 'quintet/testing/jest';
console.log(Kernel.create, fake, matchers.toHaveStatus);
`;

// Each under a name of its own, so that none takes the place of another.
const compilers = { 'typescript-5': '~5.9.3', 'typescript-6': '6.0.3', 'typescript-7': '7.0.2' };

let consumer: Consumer;

beforeAll(() => {
  consumer = new Consumer();
  consumer.install(Object.entries(compilers).map(([name, version]) => `${name}@npm:typescript@${version}`));
});

afterAll(() => {
  consumer.remove();
});

describe('the types', () => {
  it.each(Object.keys(compilers))('are what a test expects them to be, with %s', (name) => {
    consumer.copy('test/packaging/notes', 'typed');
    consumer.write('typed/tsconfig.json', JSON.stringify({ compilerOptions: { ...compilerOptions, noEmit: true } }));

    expect(consumer.compile(name, 'typed')).toBe('');
  });

  it.each(Object.keys(compilers))('are complete where no Jest is, and all types are checked, with %s', (name) => {
    consumer.write(
      'plain/tsconfig.json',
      JSON.stringify({ compilerOptions: { ...compilerOptions, types: ['node'], noEmit: true } }),
    );
    consumer.write('plain/typed.ts', program);

    expect(consumer.compile(name, 'plain')).toBe('');
  });
});
