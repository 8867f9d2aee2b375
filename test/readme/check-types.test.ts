import { checkTypes } from './check-types';
import { readModules } from './read-modules';

describe('the type check of a page', () => {
  it('reports what is wrong at its line in the page', () => {
    const page = ['# Title', '', '```ts', 'const port: number = "80";', '```'];

    expect(check(page)).toEqual(["page.md:4: Type 'string' is not assignable to type 'number'."]);
  });

  it('reports what does not parse', () => {
    const page = ['```ts', 'const port = ;', '```'];

    expect(check(page)).toEqual(['page.md:2: Expression expected.']);
  });

  it('lets a block use what the blocks before it declare', () => {
    const page = ['```ts', 'const port = 80;', '```', 'and then', '```ts', 'port.toFixed();', '```'];

    expect(check(page)).toEqual([]);
  });

  it('begins a file where a block begins with an import', () => {
    const block = ['```ts', "import { join } from 'node:path';", 'export const path = join();', '```'];

    expect(check([...block, ...block])).toEqual([]);
  });

  it('lets blocks import each other by the names in their first lines', () => {
    const first = ['```ts', '// port.ts', 'export const port = 80;', '```'];
    const second = ['```ts', "import { port } from './port';", 'const text: string = port;', '```'];

    expect(check([...first, ...second])).toEqual(["page.md:7: Type 'number' is not assignable to type 'string'."]);
  });

  it('reads comments that are not shown', () => {
    const page = ['<!-- ts', 'declare const port: number;', '-->', '```ts', 'port.toFixed();', '```'];

    expect(check(page)).toEqual([]);
  });

  it('leaves blocks of other languages alone', () => {
    expect(check(['```sh', 'npm test', '```'])).toEqual([]);
  });

  it('allows await at the top of a file, and decorators', () => {
    const page = ['```ts', 'function view(_: unknown) {}', '@view', 'class Hello {}', 'await new Hello();', '```'];

    expect(check(page)).toEqual([]);
  });

  function check(lines: readonly string[]): string[] {
    return checkTypes(new Map([['page.md', readModules(lines.join('\n'))]]));
  }
});
