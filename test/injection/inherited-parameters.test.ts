/* eslint-disable max-params -- each parameter is a case */
import { inject as tsyringeInject } from 'tsyringe';

import { type Class, Get, Inject, Injectable, Module, path, provide, token } from '../../src/index';
import { ask, closeKernels, readRefusal, startKernel } from '../kernel/start-kernel';

afterEach(closeKernels);

const NAME = token<string>('NAME');
const MISSING = token<string>('MISSING');

@Injectable()
class Counter {
  count = 7;
}

@Injectable()
class Base {
  constructor(
    readonly counter: Counter,
    @tsyringeInject(NAME) readonly name: string,
  ) {}
}

async function answer(view: Class<{ get(): unknown }>): Promise<unknown> {
  @Module({ routes: [path('/a', view)], providers: [provide(NAME, { useValue: 'Ada' })] })
  class Root {}
  return (await ask(await startKernel(Root), '/a')).body;
}

describe('the parameters of a constructor', () => {
  it("are the nearest ancestor's where there is none, @inject of tsyringe's included", async () => {
    class Between extends Base {
      readonly own = 1;
    }
    class AView extends Between {
      @Get() get() {
        return [this.counter.count, this.name, this.own];
      }
    }

    expect(await answer(AView)).toEqual([7, 'Ada', 1]);
  });

  it('are none where the constructor takes none, decorated or not', async () => {
    class AView extends Base {
      constructor() {
        super(new Counter(), 'own');
      }
      @Get() get() {
        return [this.counter.count, this.name];
      }
    }
    @Injectable()
    class Decorated extends AView {
      constructor() {
        super();
        this.name.trim();
      }
    }

    expect(await answer(AView)).toEqual([7, 'own']);
    expect(await answer(Decorated)).toEqual([7, 'own']);
  });

  it('keep their defaults where their type tells nothing, and nothing but then', async () => {
    @Injectable()
    class AView {
      constructor(
        private readonly size = 20,
        private readonly counter: Counter,
        private readonly now = () => 'now',
        private readonly text = 'a, (b) = {',
        @Inject(NAME) private readonly name = 'unnamed',
        @Inject(MISSING, { optional: true }) private readonly missing = 'missing',
      ) {}
      @Get() get() {
        return [this.size, this.counter.count, this.now(), this.text, this.name, this.missing];
      }
    }

    expect(await answer(AView)).toEqual([20, 7, 'now', 'a, (b) = {', 'Ada', 'missing']);
  });

  it('are named whatever stands before them and between them', async () => {
    @Injectable()
    class AView {
      static readonly pattern = /[{(]\}"/;
      static readonly text = `constructor(no) { ${String([])} `;
      // constructor(neither) {
      static build() {
        return class {
          constructor(readonly inner: string) {}
        };
      }
      get constructors() {
        return this.constructor.name;
      }
      constructor(
        readonly size: number /* of a page, in notes */,
        { a } = { a: 'a, b' },
        ...rest: string[]
      ) {
        this.all = [a, ...rest];
      }
      readonly all: readonly string[];
      @Get() get() {
        return 1;
      }
    }
    @Module({ routes: [path('/a', AView)] })
    class Root {}

    expect((await readRefusal(Root)).match(/AView, [^:]*/g)).toEqual([
      'AView, parameter "size" (1st)',
      'AView, parameter "rest" (3rd)',
    ]);
  });
});
