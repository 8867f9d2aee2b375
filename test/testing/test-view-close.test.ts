import { Get, Inject, Injectable, Route } from '../../src/index';
import { testView } from '../../src/testing/index';

describe('a view under test', () => {
  it('disposes what was built when it is closed', async () => {
    const disposed = jest.fn();
    @Injectable()
    class Pool {
      [Symbol.asyncDispose]() {
        disposed();
        return Promise.resolve();
      }
    }
    @Route('/pool')
    class PoolView {
      constructor(@Inject(Pool) readonly pool: Pool) {}

      @Get()
      show() {
        return 1;
      }
    }
    const view = await testView(PoolView);
    expect((await view.get('/pool')).status).toBe(200);

    await view[Symbol.asyncDispose]();

    expect(disposed).toHaveBeenCalledTimes(1);
  });
});
