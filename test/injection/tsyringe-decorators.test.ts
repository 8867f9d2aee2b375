/* eslint-disable max-params -- each parameter is a case */
import {
  container as globalContainer,
  delay,
  inject,
  injectable,
  injectAll,
  injectAllWithTransform,
  injectWithTransform,
  Lifecycle,
  scoped,
  singleton,
} from 'tsyringe';

import { Module, provide, Route, token } from '../../src/index';
import { ask, closeKernels, readRefusal, startKernel } from '../kernel/start-kernel';
import { Base, injectTwice } from './inject-twice';

afterEach(closeKernels);

@injectable()
class Transient {}
@singleton()
class Single {}
@scoped(Lifecycle.ContainerScoped)
class PerRequest {}
@scoped(Lifecycle.ResolutionScoped)
class PerResolution {}
@injectable()
class Middle {
  constructor(
    readonly transient: Transient,
    readonly single: Single,
    readonly perRequest: PerRequest,
    readonly perResolution: PerResolution,
  ) {}
}

describe("tsyringe's decorators", () => {
  it('give the scopes that they give in tsyringe', async () => {
    @injectable()
    class AView extends Base {
      readonly parts: unknown[];
      constructor(
        middle: Middle,
        transient: Transient,
        single: Single,
        request: PerRequest,
        resolution: PerResolution,
      ) {
        super();
        this.parts = [middle, transient, single, request, resolution];
      }
    }
    const { kernel, first, second } = await injectTwice(AView);

    const [middle, transient, single, perRequest, perResolution] = first as [Middle, ...unknown[]];
    expect([middle.transient === transient, middle.single === single]).toEqual([false, true]);
    expect([middle.perRequest === perRequest, middle.perResolution === perResolution]).toEqual([true, true]);
    expect(second.map((each, index) => each === first[index])).toEqual([false, false, true, false, false]);
    expect(kernel.container.resolve(Single)).toBe(single);
    expect(kernel.container.resolve(PerResolution)).not.toBe(kernel.container.resolve(PerResolution));
  });

  it('share nothing between kernels, nor with the global container', async () => {
    @Module({ providers: [Single] })
    class Root {}
    const [one, two] = [await startKernel(Root), await startKernel(Root)];

    const all = [one, two].map((kernel) => kernel.container.resolve(Single));
    expect(new Set([...all, globalContainer.resolve(Single)]).size).toBe(3);
  });

  it('inject by tokens of any kind, all values of one, and nothing where it is optional', async () => {
    const NAME = token<string>('NAME');
    const MISSING = Symbol('MISSING');
    const PART = token<string>('PART');
    @Route('/a')
    class AView extends Base {
      readonly parts: unknown[];
      constructor(
        @inject('text') text: string,
        @inject(NAME) name: string,
        @inject(MISSING, { isOptional: true }) missing: unknown,
        @injectAll(PART) all: string[],
        @injectAll(NAME) one: string[],
        @injectAll(MISSING, { isOptional: true }) none: unknown[],
        @injectAll(Single) classes: Single[],
      ) {
        super();
        this.parts = [text, name, missing, all, one, none, classes.length];
      }
      override get(): never {
        return this.parts as never;
      }
    }
    @Module({
      routes: [AView],
      providers: [
        { token: 'text', useValue: 'plain' },
        provide(NAME, { useValue: 'name' }),
        provide(PART, { useValue: 'first', multi: true }),
        provide(PART, { useFactory: () => Promise.resolve('second'), multi: true }),
      ],
    })
    class Root {}

    expect((await ask(await startKernel(Root), '/a')).body).toEqual([
      'plain',
      'name',
      null,
      ['first', 'second'],
      ['name'],
      [],
      1,
    ]);
  });

  it('inject through transforms', async () => {
    @injectable()
    class Joined {
      transform(parts: string | string[], separator: string) {
        return [parts].flat().join(separator);
      }
    }
    const PART = token<string>('PART');
    @injectable()
    class Service {
      constructor(
        @injectAllWithTransform(PART, Joined, '-') readonly all: string,
        @injectWithTransform('one', Joined, '+') readonly one: string,
      ) {}
    }
    @Module({
      providers: [
        Service,
        { token: 'one', useValue: ['x', 'y'] },
        provide(PART, { useValue: 'a', multi: true }),
        provide(PART, { useValue: 'b', multi: true }),
      ],
    })
    class Root {}

    expect((await startKernel(Root)).container.resolve(Service)).toEqual({ all: 'a-b', one: 'x+y' });
  });

  it('close circles with delay, within a request too', async () => {
    @scoped(Lifecycle.ContainerScoped)
    class First {
      constructor(@inject(delay(() => Second)) readonly second: { readonly first: First; name(): string }) {}
    }
    @scoped(Lifecycle.ContainerScoped)
    class Second {
      constructor(readonly first: First) {}
      name() {
        return 'second';
      }
    }
    @injectable()
    class AView extends Base {
      readonly parts: unknown[];
      constructor(first: First, second: Second) {
        super();
        this.parts = [first, second, first.second.name(), first.second.first === first];
      }
    }
    const { first, second } = await injectTwice(AView);

    expect(first.slice(2)).toEqual(['second', true]);
    expect(second[0]).not.toBe(first[0]);
    expect((first[1] as Second).first).toBe(first[0]);
  });

  it('refuse a singleton that would keep an object of a request behind a delay', async () => {
    @singleton()
    class Keeper {
      constructor(@inject(delay(() => PerRequest)) readonly perRequest: PerRequest) {}
    }
    @Module({ providers: [Keeper] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'The singleton Keeper would keep delayed PerRequest, which belongs to one request: Keeper, parameter "perRequest" (1st).\n' +
        "  Give Keeper the scope 'request', or pass the object to its methods. [Q204]",
    );
  });
});
