import { Get, Module, Route } from '../../src/index';
import { ask, closeKernels, readRefusal, startKernel } from './start-kernel';

afterEach(closeKernels);

function createRoot(timeout: number) {
  @Route('/a')
  class AView {
    @Get({ timeout }) async get() {
      return Promise.resolve(1);
    }
  }
  @Module({ routes: [AView] })
  class Root {}
  return Root;
}

describe('the time limit of a view method', () => {
  it.each([3e9, 2_147_483_648, -1, 0.5, Number.NaN, Infinity])('is refused where it is %p', async (timeout) => {
    expect(await readRefusal(createRoot(timeout))).toBe(
      `AView.get has the timeout ${String(timeout)}, which is no time limit.\n` +
        '  Give a whole number of milliseconds from 0, for none, to 2147483647. [Q605]',
    );
  });

  it.each([0, 2_147_483_647])('may be %p', async (timeout) => {
    const kernel = await startKernel(createRoot(timeout));

    expect((await ask(kernel, '/a')).status).toBe(200);
  });
});
