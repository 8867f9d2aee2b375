import {
  Get,
  type HttpRequest,
  HttpResponse,
  Inject,
  Injectable,
  Middleware,
  MiddlewareNotUsed,
  type ModuleOptions,
  Post,
  Req,
  Route,
  RequestScope,
  View,
} from '../../src/index';
import { inForm, start } from '../support/tracing';
import type { Form } from '../support/wire-kernel';

const forms: readonly Form[] = ['sync', 'async'];

@Route('/')
class HomeView {
  @Get() show() {
    return 'home';
  }

  @Get('/broken') break(): string {
    throw new Error('boom');
  }
}

async function startAndAsk(module: ModuleOptions, urls: readonly string[], debug = false) {
  const { kernel, ...rest } = await start(module, debug ? { env: { DEBUG: 'true' } } : {});
  const responses = [];
  for (const url of urls) responses.push(await kernel.server.inject(url));
  await kernel.close();
  return {
    ...rest,
    statuses: responses.map(({ statusCode }) => statusCode),
    bodies: responses.map(({ body }) => body),
  };
}

describe.each(forms)('RU-01 with %s hooks', (form) => {
  it('RU-01 builds a middleware once per kernel, at start', async () => {
    const instances: object[] = [];
    const users: object[] = [];

    @Middleware()
    class Counted {
      constructor() {
        instances.push(this);
      }

      processRequest() {
        return inForm(form, () => void users.push(this));
      }
    }
    const module = { routes: [HomeView], middleware: [Counted] };
    const { kernel } = await start(module);
    const atStart = instances.length;
    await kernel.server.inject('/');
    await kernel.server.inject('/');
    const other = await start(module);
    await kernel.close();
    await other.kernel.close();

    expect({ atStart, atEnd: instances.length }).toEqual({ atStart: 1, atEnd: 2 });
    expect(users).toEqual([instances[0], instances[0]]);
  });

  it('RU-01 builds one of request scope just before its first hook, and shares it with all hooks and the scope of the view', async () => {
    const seen: [string, object][] = [];
    const shared: object[] = [];
    const events: string[] = [];

    @Injectable({ scope: 'request' })
    class Unit {}

    @Middleware()
    class First {
      processRequest() {
        events.push('First.processRequest');
      }
    }

    @Middleware({ scope: 'request' })
    class Scoped {
      constructor(readonly unit: Unit) {
        events.push('Scoped');
        shared.push(unit);
      }

      processRequest() {
        return this.#note('req');
      }

      processView() {
        return this.#note('view');
      }

      processException() {
        return inForm(form, () => {
          seen.push(['exc', this]);
          return new HttpResponse('handled');
        });
      }

      processResponse(_request: HttpRequest, response: HttpResponse) {
        return inForm(form, () => {
          seen.push(['resp', this]);
          return response;
        });
      }

      #note(hook: string) {
        return inForm(form, () => void seen.push([hook, this]));
      }
    }

    @Route('/scoped')
    class ScopedView {
      constructor(
        readonly unit: Unit,
        @Inject(RequestScope) readonly scope: RequestScope,
      ) {}

      @Get() show(): string {
        shared.push(this.unit, this.scope.get(Unit));
        throw new Error('boom');
      }
    }
    const module = { routes: [ScopedView], middleware: [First, Scoped], providers: [Unit] };

    const { bodies } = await startAndAsk(module, ['/scoped', '/scoped']);

    expect(bodies).toEqual(['handled', 'handled']);
    expect(events).toEqual(['First.processRequest', 'Scoped', 'First.processRequest', 'Scoped']);
    expect(seen.map(([hook]) => hook)).toEqual(['req', 'view', 'exc', 'resp', 'req', 'view', 'exc', 'resp']);
    expect(seen.slice(0, 4).map(([, middleware]) => middleware === seen[0]?.[1])).toEqual([true, true, true, true]);
    expect(seen[4]?.[1]).not.toBe(seen[0]?.[1]);
    expect([shared[1], shared[2]].map((unit) => unit === shared[0])).toEqual([true, true]);
    expect(shared[3]).not.toBe(shared[0]);
  });

  it.each([
    ['processRequest', 'Outer.resp(500)'],
    ['processView', 'Inner.resp(500) Outer.resp(500)'],
    ['processResponse', 'Inner.resp(200) Outer.resp(500)'],
  ])('RU-01 counts a constructor that fails as %s throwing', async (hook, expected) => {
    const trace: string[] = [];
    const createWitness = (name: string) => {
      @Middleware()
      class Witness {
        processResponse(_request: HttpRequest, response: HttpResponse) {
          return inForm(form, () => {
            trace.push(`${name}.resp(${response.status})`);
            return response;
          });
        }

        processException() {
          trace.push(`${name}.exc`);
        }
      }
      return Witness;
    };

    @Middleware({ scope: 'request' })
    class Failing {
      constructor() {
        throw new Error('The middleware could not be built.');
      }
    }
    Object.defineProperty(Failing.prototype, hook, { value: () => undefined });
    const middleware = [createWitness('Outer'), Failing, createWitness('Inner')];

    const { statuses, records } = await startAndAsk({ routes: [HomeView], middleware }, ['/']);

    expect(statuses).toEqual([500]);
    expect(trace.join(' ')).toBe(expected);
    expect(records.flatMap(({ err }) => (err ? [err.message] : []))).toEqual(['The middleware could not be built.']);
  });

  it('RU-01 counts a constructor that fails as processException throwing', async () => {
    const built: string[] = [];

    @Middleware({ scope: 'request' })
    class Failing {
      constructor() {
        built.push('Failing');
        throw new Error('The middleware could not be built.');
      }

      processException() {}
    }

    const { statuses, records } = await startAndAsk({ routes: [HomeView], middleware: [Failing] }, ['/', '/broken']);

    expect(statuses).toEqual([200, 500]);
    expect(built).toEqual(['Failing']);
    expect(records.flatMap(({ err }) => (err ? [err.message] : []))).toEqual([
      'The middleware could not be built.: boom',
    ]);
  });
});

describe('RU-02', () => {
  function createChain(refuse: () => never) {
    const trace: string[] = [];

    @Middleware()
    class A {
      processRequest() {
        trace.push('A');
      }
    }

    @Middleware()
    class Refusing {
      constructor() {
        refuse();
      }

      processRequest() {
        trace.push('Refusing');
      }
    }

    @Middleware()
    class C {
      processRequest() {
        trace.push('C');
      }
    }
    return { trace, module: { routes: [HomeView], middleware: [A, Refusing, C] } };
  }

  const refuse = () => {
    throw new MiddlewareNotUsed('There is no cache.');
  };

  it.each([
    [true, ['info: Refusing is not used: There is no cache.']],
    [false, []],
  ])('RU-02 drops a middleware that throws MiddlewareNotUsed; debug is %s', async (debug, log) => {
    const { trace, module } = createChain(refuse);

    const { statuses, readLog } = await startAndAsk(module, ['/', '/'], debug);

    expect(statuses).toEqual([200, 200]);
    expect(trace).toEqual(['A', 'C', 'A', 'C']);
    expect(readLog()).toEqual(log);
  });

  it('RU-02 stops the start on any other error', async () => {
    const { module } = createChain(() => {
      throw new Error('No connection.');
    });

    await expect(start(module)).rejects.toMatchObject({ message: 'No connection.' });
  });

  it('RU-02 keeps the root chain apart when one of it is dropped', async () => {
    const matches: unknown[] = [];

    @Middleware()
    class Inner {
      processRequest({ match }: HttpRequest) {
        matches.push(match?.action);
      }
    }
    const { module } = createChain(refuse);

    await startAndAsk({ ...module, middleware: [...module.middleware, Inner] }, ['/']);

    expect(matches).toEqual([undefined]);
  });
});

describe.each(forms)('RU-13 in %s form', (form) => {
  it('RU-13 builds a new plain view for every request: no field leaks', async () => {
    @Route('/count')
    class CountView {
      count = 0;

      @Get() show(): unknown {
        this.count++;
        return inForm(form, () => ({ count: this.count }));
      }
    }

    const { bodies } = await startAndAsk({ routes: [CountView] }, ['/count', '/count', '/count']);

    expect(bodies).toEqual(['{"count":1}', '{"count":1}', '{"count":1}']);
  });

  it('RU-13 builds a new class-based view for every request, also while another one runs', async () => {
    const instances = new Set<object>();

    @Route('/about')
    class AboutView extends View {
      notes: string[] = [];

      get(): unknown {
        instances.add(this);
        this.notes.push(this.request.id);
        return inForm(form, () => this.notes.length);
      }
    }
    const { kernel } = await start({ routes: [AboutView] });

    const responses = await Promise.all([1, 2, 3].map(() => kernel.server.inject('/about')));
    await kernel.close();

    expect(responses.map(({ body }) => body)).toEqual(['1', '1', '1']);
    expect(instances.size).toBe(3);
  });

  it('RU-13 builds the view only when its zone is entered: not for a body that cannot be read', async () => {
    const built: string[] = [];

    @Route('/notes')
    class NotesView {
      constructor() {
        built.push('NotesView');
      }

      @Post() create(@Req() { body }: HttpRequest): unknown {
        return inForm(form, () => body);
      }
    }
    const { kernel } = await start({ routes: [NotesView] });
    const request = { method: 'POST', url: '/notes', headers: { 'content-type': 'application/json' } } as const;

    const refused = await kernel.server.inject({ ...request, payload: '{"broken' });
    const before = built.length;
    const accepted = await kernel.server.inject({ ...request, payload: '[1]' });
    await kernel.close();

    expect([refused.statusCode, accepted.statusCode]).toEqual([400, 200]);
    expect({ before, after: built.length }).toEqual({ before: 0, after: 1 });
  });
});
