import type { FastifyInstance, FastifyPluginCallback } from 'fastify';

import {
  converter,
  Get,
  include,
  Inject,
  Middleware,
  Module,
  Param,
  path,
  plugin,
  provide,
  Route,
  token,
} from '../../src/index';
import { ask, closeKernels, startKernel } from '../kernel/start-kernel';

afterEach(closeKernels);

const FLAG = token<number>('FLAG');

@Route('/notes', { name: 'notes' })
class NotesView {
  @Get() list() {
    return ['list'];
  }

  @Get('/latest', { name: 'latest' }) latest() {
    return ['latest'];
  }
}

@Route('/about', { name: 'about' })
class AboutView {
  @Get() get() {
    return [];
  }
}

describe('the routes of modules', () => {
  it('stand in order of declaration, with exactly one slash between prefix and pattern, and nested names', async () => {
    @Module({ routes: [NotesView, path('/', AboutView, { name: 'root' })] })
    class Inner {}
    @Module({ routes: [include('/inner/', Inner, { name: 'inner' })] })
    class Middle {}
    @Module({ routes: [include('/api', Middle, { name: 'api' }), path('last', AboutView)] })
    class Root {}

    const kernel = await startKernel(Root);

    expect(kernel.routes).toEqual([
      { method: 'GET', pattern: '/api/inner/notes', name: 'api:inner:notes', view: NotesView, action: 'list' },
      {
        method: 'GET',
        pattern: '/api/inner/notes/latest',
        name: 'api:inner:latest',
        view: NotesView,
        action: 'latest',
      },
      { method: 'GET', pattern: '/api/inner/', name: 'api:inner:root', view: AboutView, action: 'get' },
      { method: 'GET', pattern: '/last', name: 'about', view: AboutView, action: 'get' },
    ]);
  });

  it('answer in order: the first route that matches wins', async () => {
    @Route('/:id')
    class Wide {
      @Get() get() {
        return 'wide';
      }
    }
    @Route('/exact')
    class Narrow {
      @Get() get() {
        return 'narrow';
      }
    }
    @Module({ routes: [Wide, Narrow] })
    class WideFirst {}
    @Module({ routes: [Narrow, Wide] })
    class NarrowFirst {}

    const [wide, narrow] = [await startKernel(WideFirst), await startKernel(NarrowFirst)];

    expect((await wide.server.inject('/exact')).payload).toBe('wide');
    expect((await narrow.server.inject('/exact')).payload).toBe('narrow');
  });

  it('of a module that is included twice are there twice, its providers and plugins once', async () => {
    const make = jest.fn(() => 1);
    const register: FastifyPluginCallback = jest.fn((_server, _options, done: () => void) => {
      done();
    });
    @Module({
      routes: [path('/notes', NotesView)],
      providers: [provide(FLAG, { useFactory: make })],
      plugins: [plugin(register)],
    })
    class Inner {}
    @Module({ routes: [include('/a', Inner, { name: 'a' }), include('/b', Inner, { name: 'b' })], imports: [Inner] })
    class Root {}

    const kernel = await startKernel(Root);

    expect(kernel.routes.map(({ pattern }) => pattern)).toEqual([
      '/a/notes',
      '/a/notes/latest',
      '/b/notes',
      '/b/notes/latest',
    ]);
    expect(make).toHaveBeenCalledTimes(1);
    expect(register).toHaveBeenCalledTimes(1);
    expect(kernel.reverse('b:notes')).toBe('/b/notes');
  });

  it('use the converters of the modules above, not those of modules beside', async () => {
    const year = converter('year', { pattern: /\d{4}/, parse: Number, format: String });
    @Route('/<year:year>')
    class YearView {
      @Get() get(@Param('year') value: number) {
        return { value };
      }
    }
    @Module({ routes: [YearView] })
    class Inner {}
    @Module({ routes: [include('/years', Inner)], converters: [year] })
    class Root {}

    const kernel = await startKernel(Root);

    expect(await ask(kernel, '/years/2024')).toMatchObject({ status: 200, body: { value: 2024 } });
    expect((await ask(kernel, '/years/24')).status).toBe(404);
  });
});

describe('imports', () => {
  it('bring providers and plugins', async () => {
    const order: string[] = [];
    const record =
      (name: string): FastifyPluginCallback =>
      (_server, _options, done) => {
        order.push(name);
        done();
      };
    @Module({ providers: [provide(FLAG, { useValue: 7 })], plugins: [plugin(record('imported'))] })
    class Shared {}
    @Route('/flag')
    class FlagView {
      constructor(@Inject(FLAG) private readonly flag: number) {}
      @Get() get() {
        return { flag: this.flag };
      }
    }
    @Module({ imports: [Shared], routes: [FlagView], plugins: [plugin(record('root'))] })
    class Root {}

    const kernel = await startKernel(Root);

    expect((await ask(kernel, '/flag')).body).toEqual({ flag: 7 });
    expect(order).toEqual(['imported', 'root']);
  });
});

describe('middleware of modules', () => {
  it('stands around the routes below it, outermost first', async () => {
    const seen: string[] = [];
    @Middleware()
    class Outer {
      processRequest() {
        seen.push('outer');
      }
    }
    @Middleware()
    class Inner {
      processRequest() {
        seen.push('inner');
      }
    }
    @Module({ routes: [NotesView], middleware: [Inner] })
    class InnerModule {}
    @Module({ routes: [include('/in', InnerModule), path('/out', AboutView)], middleware: [Outer] })
    class Root {}
    const kernel = await startKernel(Root);

    await ask(kernel, '/in/notes');
    await ask(kernel, '/out');

    expect(seen).toEqual(['outer', 'inner', 'outer']);
  });
});

describe('plugin', () => {
  it('gives the plugin its options, or those that a factory makes of what the container has', async () => {
    const received: unknown[] = [];
    const record: FastifyPluginCallback<{ max?: number }> = (_server: FastifyInstance, options, done) => {
      received.push(options.max);
      done();
    };
    @Module({
      providers: [provide(FLAG, { useFactory: () => Promise.resolve(3) })],
      plugins: [
        plugin(record, { max: 1 }),
        plugin(record, { inject: [FLAG], useFactory: (max) => ({ max }) }),
        plugin(record, { inject: [FLAG], useFactory: (max) => Promise.resolve({ max: max + 1 }) }),
        plugin(record),
      ],
    })
    class Root {}

    await startKernel(Root);

    expect(received).toEqual([1, 3, 4, undefined]);
  });
});
