import { type Class, Get, Module, path } from '../../src/index';
import { ask, startKernel } from '../kernel/start-kernel';

/** A view whose constructor keeps what it got. */
export class Base {
  @Get() get() {
    return 1;
  }
}

/** Starts a kernel with one view and gives what its constructor got, for each of two requests. */
export async function injectTwice(viewClass: Class<Base & { readonly parts: unknown[] }>) {
  const built: unknown[][] = [];
  class Seen extends viewClass {
    override get() {
      built.push(this.parts);
      return 1;
    }
  }
  @Module({ routes: [path('/a', Seen)] })
  class Root {}
  const kernel = await startKernel(Root);
  for (let count = 0; count < 2; count++) expect((await ask(kernel, '/a')).status).toBe(200);
  const [first, second] = built as [unknown[], unknown[]];
  return { kernel, first, second };
}
