/* eslint-disable max-params -- each parameter is a case */
import {
  container as globalContainer,
  inject,
  injectable,
  injectAll,
  instanceCachingFactory,
  Lifecycle,
  registry,
  singleton,
} from 'tsyringe';

import { Module, provide, token } from '../../src/index';
import { closeKernels, startKernel } from '../kernel/start-kernel';
import { Base, injectTwice } from './inject-twice';

afterEach(closeKernels);

@singleton()
class Single {}

describe("what tsyringe's global container has registered", () => {
  it('counts where no module provides the token, and is never changed', async () => {
    const made = jest.fn(() => ({ made: true }));
    const [VALUE, CLASS, ALIAS, FACTORY, CACHED] = ['VALUE', 'CLASS', 'ALIAS', 'FACTORY', 'CACHED'].map((name) =>
      token<object>(name),
    ) as [never, never, never, never, never];
    const SEVERAL = token<number>('SEVERAL');
    @registry([
      { token: VALUE, useValue: 'value' },
      { token: CLASS, useClass: Single, options: { lifecycle: Lifecycle.Singleton } },
    ])
    class Registered {}
    globalContainer.register(ALIAS, { useToken: VALUE });
    globalContainer.register(FACTORY, { useFactory: (asked) => [asked.resolve(VALUE), {}] });
    globalContainer.register(CACHED, { useFactory: instanceCachingFactory(made) });
    globalContainer.register(SEVERAL, { useValue: 1 });
    globalContainer.register(SEVERAL, { useValue: 2 });
    @injectable()
    class AView extends Base {
      readonly parts: unknown[];
      constructor(
        @inject(VALUE) value: unknown,
        @inject(CLASS) single: unknown,
        @inject(ALIAS) alias: unknown,
        @inject(FACTORY) factory: unknown,
        @inject(CACHED) cached: unknown,
        @inject(SEVERAL) last: number,
        @injectAll(SEVERAL) several: number[],
      ) {
        super();
        this.parts = [value, single, alias, factory, cached, last, several];
      }
    }
    const { first, second } = await injectTwice(AView);

    expect(first).toEqual(['value', expect.any(Single), 'value', ['value', {}], { made: true }, 2, [1, 2]]);
    expect(second.map((each, index) => each === first[index])).toEqual([true, true, true, false, true, true, false]);
    expect(made).toHaveBeenCalledTimes(1);
    expect(globalContainer.resolve(CLASS)).not.toBe(first[1]);
    expect(new Registered()).toBeDefined();
  });

  it('gives way to what a module provides', async () => {
    const NAME = token<string>('NAME');
    globalContainer.register(NAME, { useValue: 'global' });
    @Module({ providers: [provide(NAME, { useValue: 'module' })] })
    class Root {}
    @Module({})
    class Empty {}

    expect((await startKernel(Root)).container.resolve(NAME)).toBe('module');
    expect((await startKernel(Empty)).container.resolve(NAME)).toBe('global');
  });
});
