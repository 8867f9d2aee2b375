import { type DependencyContainer, inject, injectAll } from 'tsyringe';

import { Inject, Injectable, Module, path, provide, token, View } from '../../src/index';
import { createTestKernel } from '../../src/testing/index';
import { ask, closeKernels, readRefusal, startKernel } from '../kernel/start-kernel';

afterEach(closeKernels);

const PART = token<string>('PART');
const NAME = token<string | null | undefined>('NAME');

@Injectable()
class Parts {
  constructor(@injectAll(PART) readonly all: string[]) {}
}

@Injectable()
class PartsView extends View {
  constructor(private readonly parts: Parts) {
    super();
  }
  get() {
    return this.parts.all;
  }
}

@Module({ providers: [provide(PART, { useValue: 'first', multi: true })] })
class First {}
@Module({ providers: [provide(PART, { inject: [], useFactory: () => Promise.resolve('second'), multi: true })] })
class Second {}

describe('a provider', () => {
  it('may give null and undefined', async () => {
    const UNDEFINED = token<undefined>('UNDEFINED');
    @Injectable()
    class Service {
      constructor(
        @Inject(NAME) readonly name: string | null | undefined,
        @inject(UNDEFINED) readonly nothing: unknown,
      ) {}
    }
    @Module({ providers: [Service, provide(NAME, { useValue: null }), provide(UNDEFINED, { useValue: undefined })] })
    class Root {}

    const { container } = await startKernel(Root);

    expect(container.resolve(Service)).toEqual({ name: null, nothing: undefined });
    expect([container.resolve(NAME), container.resolve(UNDEFINED)]).toEqual([null, undefined]);
  });

  it('may be written as in tsyringe', async () => {
    class Plain {}
    @Module({
      providers: [
        { token: 'value', useValue: 1 },
        { token: 'class', useClass: Plain },
        { token: 'transient', useClass: Plain, options: { lifecycle: 0 } },
        { token: 'alias', useToken: 'class' },
        { token: 'factory', useFactory: (container: DependencyContainer) => [container.resolve<number>('value')] },
      ],
    })
    class Root {}
    const { container } = await startKernel(Root);

    expect(container.resolve('alias')).toBe(container.resolve('class'));
    expect(container.resolve('transient')).not.toBe(container.resolve('transient'));
    expect(container.resolve('factory')).toEqual([1]);
    expect(container.resolve('factory')).toBe(container.resolve('factory'));
  });

  it('with useClass is an alias of a class that is there with the same scope', async () => {
    const [SAME, OTHER] = [token<object>('SAME'), token<object>('OTHER')];
    @Injectable()
    class Service {}
    class Unlisted {}
    @Module({
      providers: [
        provide(SAME, { useClass: Service }),
        provide(OTHER, { useClass: Service, scope: 'transient' }),
        provide(Unlisted, { useClass: Unlisted }),
      ],
    })
    class Root {}
    const { container } = await startKernel(Root);

    expect(container.resolve(SAME)).toBe(container.resolve(Service));
    expect(container.resolve(OTHER)).not.toBe(container.resolve(Service));
    expect(container.resolve(Unlisted)).toBe(container.resolve(Unlisted));
  });

  it('with useClass is no alias of a class that something else takes the place of', async () => {
    const SAME = token<object>('SAME');
    @Injectable()
    class Service {}
    @Module({ providers: [provide(SAME, { useClass: Service }), { token: Service, useValue: {} }] })
    class Root {}

    expect((await startKernel(Root)).container.resolve(SAME)).toBeInstanceOf(Service);
  });
});

describe('several providers of one token', () => {
  it('give all their values in order, where each is marked multi', async () => {
    @Module({
      imports: [First, Second, First],
      routes: [path('/a', PartsView)],
      providers: [provide(PART, { useValue: 'third', multi: true })],
    })
    class Root {}
    const kernel = await startKernel(Root);

    const { body } = await ask(kernel, '/a');
    expect(body).toHaveLength(3);
    expect(new Set(body as string[])).toEqual(new Set(['first', 'second', 'third']));
    expect((body as string[]).indexOf('first')).toBeLessThan((body as string[]).indexOf('second'));
    expect(kernel.container.resolveAll(PART)).toEqual(body);
  });

  it('are refused where one is not marked', async () => {
    @Module({ imports: [First], providers: [provide(PART, { useValue: 'third' })] })
    class Root {}

    expect((await readRefusal(Root)).split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^PART is provided by both (First and Root|Root and First)\.$/),
      '  Remove one of them, mark the one that counts with `override: true`, or all of them with `multi: true`. [Q205]',
    ]);
  });

  it('are refused where two of them override', async () => {
    @Module({ providers: [provide(NAME, { useValue: 'a', override: true })] })
    class Other {}
    @Module({ imports: [Other], providers: [provide(NAME, { useValue: 'b', override: true })] })
    class Root {}

    expect(await readRefusal(Root)).toContain('[Q205]');
  });

  it('are not one value', async () => {
    @Injectable()
    class Single {
      constructor(@Inject(PART) readonly part: string) {}
    }
    @Injectable()
    class AView extends View {
      constructor(readonly single: Single) {
        super();
      }
      get() {
        return this.single.part;
      }
    }
    @Module({ imports: [First, Second], routes: [path('/a', AView)] })
    class Root {}
    const fix = "  Inject them all, with tsyringe's @injectAll(PART); from a container, take resolveAll(PART). [Q213]";

    expect(await readRefusal(Root)).toBe(
      'PART has several values, provided with `multi: true` by First and Second, but one is asked for: AView → Single → PART.\n' +
        fix,
    );
    @Module({ imports: [First, Second] })
    class Asked {}
    const { container } = await startKernel(Asked);
    expect(() => container.resolve(PART)).toThrow(
      'PART has several values, provided with `multi: true` by First and Second, but one is asked for: a caller of the container.\n' +
        fix,
    );
  });

  it('are all replaced by what a test gives', async () => {
    @Module({ imports: [First, Second], routes: [path('/a', PartsView)] })
    class Root {}
    const single = await createTestKernel(Root, { with: [provide(PART, { useValue: 'one' })] });
    const several = await createTestKernel(Root, {
      with: ['a', 'b'].map((value) => provide(PART, { useValue: value, multi: true })),
    });

    expect((await single.client.get('/a')).json()).toEqual(['one']);
    expect((await several.client.get('/a')).json()).toEqual(['a', 'b']);
    await single.close();
    await several.close();
  });
});
