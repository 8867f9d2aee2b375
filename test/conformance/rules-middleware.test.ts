import {
  Get,
  type HttpRequest,
  HttpResponse,
  Inject,
  Injectable,
  Middleware,
  Route,
  RequestScope,
} from '../../src/index';
import { askAll, inForm, start } from '../support/tracing';
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

    const { bodies } = await askAll(module, ['/scoped', '/scoped']);

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

    const { statuses, records } = await askAll({ routes: [HomeView], middleware }, ['/']);

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

    const { statuses, records } = await askAll({ routes: [HomeView], middleware: [Failing] }, ['/', '/broken']);

    expect(statuses).toEqual([200, 500]);
    expect(built).toEqual(['Failing']);
    expect(records.flatMap(({ err }) => (err ? [err.message] : []))).toEqual([
      'The middleware could not be built.: boom',
    ]);
  });
});
