/* eslint-disable max-params -- each parameter is a case */
import type { FastifyInstance } from 'fastify';

import {
  Attribute,
  Get,
  Inject,
  Injectable,
  Logger,
  Middleware,
  Module,
  Param,
  provide,
  Route,
  SERVER,
  Setting,
  Settings,
  token,
  Urls,
  use,
} from '../../src/index';
import { ask, closeKernels, startKernel } from '../kernel/start-kernel';

afterEach(closeKernels);

class AppSettings extends Settings {
  @Setting(String) greeting = 'Hello';
}

const GREETING = token<string>('GREETING');
const UNKNOWN = token<string>('UNKNOWN');

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

describe('what can be injected', () => {
  it('is the server, the settings, the URLs and what factories resolve to', async () => {
    @Route('/a/<int:id>')
    class AView {
      constructor(
        @Inject(SERVER) private readonly server: FastifyInstance,
        private readonly settings: AppSettings,
        private readonly base: Settings,
        private readonly urls: Urls,
        @Inject(GREETING) private readonly greeting: string,
        @Inject(UNKNOWN, { optional: true }) private readonly unknown: string | undefined,
      ) {}
      @Get() get(@Param('id') id: number) {
        return {
          isServer: this.server === kernel.server,
          isSettings: this.settings === kernel.settings && this.base === kernel.settings,
          url: this.urls.reverse(AView, { id }),
          greeting: this.greeting,
          unknown: String(this.unknown),
        };
      }
    }
    @Module({
      settings: AppSettings,
      routes: [AView],
      providers: [
        provide(GREETING, {
          inject: [AppSettings],
          useFactory: ({ greeting }) => Promise.resolve(`${greeting}!`),
        }),
      ],
    })
    class Root {}
    const kernel = await startKernel(Root, { env: { GREETING: 'Hi' } });

    expect((await ask(kernel, '/a/7')).body).toEqual({
      isServer: true,
      isSettings: true,
      url: '/a/7',
      greeting: 'Hi!',
      unknown: 'undefined',
    });
    expect(kernel.container.resolve(GREETING)).toBe('Hi!');
    expect(kernel.container.resolve<object>(AppSettings)).toBe(kernel.settings);
    expect(kernel.reverse(AView, { id: 3 }, { query: { q: 'a b' } })).toBe('/a/3?q=a+b');
  });

  it('is the parameters of the nearest ancestor where a class has no constructor of its own', async () => {
    class Base {
      constructor(
        protected readonly counter: Counter,
        @Inject(GREETING) protected readonly greeting: string,
      ) {}
    }
    Injectable()(Base);
    @Route('/a')
    class Child extends Base {
      private readonly own = 'own';
      @Get() get() {
        return { count: this.counter.count, greeting: this.greeting, own: this.own };
      }
    }
    @Module({ routes: [Child], providers: [provide(GREETING, { useValue: 'inherited' })] })
    class Root {}

    expect((await ask(await startKernel(Root), '/a')).body).toEqual({ count: 0, greeting: 'inherited', own: 'own' });
  });

  it('is the log of the request in views, and of the application in singletons', async () => {
    const lines: string[] = [];
    @Injectable()
    class Service {
      constructor(readonly logger: Logger) {}
    }
    @Route('/a')
    class AView {
      constructor(
        private readonly logger: Logger,
        private readonly service: Service,
      ) {}
      @Get() get() {
        this.logger.info('from the view');
        this.service.logger.info('from the service');
        return [];
      }
    }
    @Module({ routes: [AView] })
    class Root {}
    const kernel = await startKernel(Root, { logger: { stream: { write: (line: string) => lines.push(line) } } });

    await kernel.server.inject({ url: '/a', headers: { 'x-request-id': 'abc' } });

    const find = (message: string) =>
      lines.map((line) => JSON.parse(line) as Record<string, unknown>).find(({ msg }) => msg === message);
    expect(find('from the view')).toHaveProperty('reqId', 'abc');
    expect(find('from the service')).not.toHaveProperty('reqId');
  });

  it('is built once as a singleton, once per injection as a transient', async () => {
    @Injectable({ scope: 'transient' })
    class Transient {}
    const FIRST = token<Transient>('FIRST');
    const SECOND = token<Transient>('SECOND');
    @Module({
      providers: [
        Counter,
        provide(FIRST, { inject: [Transient], useFactory: (each) => each }),
        provide(SECOND, { inject: [Transient], useFactory: (each) => each }),
      ],
    })
    class Root {}
    const { container } = await startKernel(Root);

    expect(container.resolve(Counter)).toBe(container.resolve(Counter));
    expect(container.resolve(FIRST)).not.toBe(container.resolve(SECOND));
  });

  it('is replaced by the providers that the kernel is given', async () => {
    @Module({ providers: [provide(GREETING, { useValue: 'module' })] })
    class Root {}

    const kernel = await startKernel(Root, { providers: [provide(GREETING, { useValue: 'kernel' })] });

    expect(kernel.container.resolve(GREETING)).toBe('kernel');
  });

  it('is the one that overrides, whichever module comes first', async () => {
    @Module({ providers: [provide(GREETING, { useValue: 'first', override: true })] })
    class First {}
    @Module({ imports: [First], providers: [provide(GREETING, { useValue: 'second' })] })
    class OverriddenFirst {}
    @Module({ providers: [provide(GREETING, { useValue: 'first' })] })
    class Plain {}
    @Module({ imports: [Plain], providers: [provide(GREETING, { useValue: 'second', override: true })] })
    class OverriddenLast {}

    expect((await startKernel(OverriddenFirst)).container.resolve(GREETING)).toBe('first');
    expect((await startKernel(OverriddenLast)).container.resolve(GREETING)).toBe('second');
  });
});

describe('use', () => {
  it('builds one middleware for each line, with its own init', async () => {
    const seen: unknown[] = [];
    @Middleware()
    class Limit {
      @Attribute() max = 1;
      constructor(private readonly counter: Counter) {}
      processRequest() {
        seen.push([this.max, ++this.counter.count]);
      }
    }
    @Module({ routes: [CounterView], middleware: [use(Limit, { max: 5 }), Limit, use(Limit, { max: 7 })] })
    class Root {}

    const kernel = await startKernel(Root);
    await ask(kernel, '/counter');

    expect(seen).toEqual([
      [5, 1],
      [1, 2],
      [7, 3],
    ]);
  });
});
