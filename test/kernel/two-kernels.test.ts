import { container as globalContainer } from 'tsyringe';

import { Get, Injectable, Module, Route } from '../../src/index';
import { ask, closeKernels, startKernel } from './start-kernel';

afterEach(closeKernels);

@Injectable()
class Counter {
  count = 0;
}

@Route('/counter')
class CounterView {
  constructor(private readonly counter: Counter) {}
  @Get() get() {
    return { count: ++this.counter.count };
  }
}

@Module({ routes: [CounterView] })
class CounterModule {}

describe('two kernels', () => {
  it('share nothing', async () => {
    const [first, second] = [await startKernel(CounterModule), await startKernel(CounterModule)];

    await ask(first, '/counter');

    expect((await ask(first, '/counter')).body).toEqual({ count: 2 });
    expect((await ask(second, '/counter')).body).toEqual({ count: 1 });
    expect(first.container.resolve(Counter)).not.toBe(second.container.resolve(Counter));
  });

  it("leave tsyringe's global container as it was", async () => {
    const { _registry: registry } = globalContainer as unknown as {
      _registry: { _registryMap: Map<unknown, unknown> };
    };
    const before = [...registry._registryMap];

    await ask(await startKernel(CounterModule), '/counter');

    expect([...registry._registryMap]).toEqual(before);
    expect(globalContainer.isRegistered(Counter)).toBe(false);
  });
});
