import { Get, type HttpRequest, Middleware, MiddlewareNotUsed, UseMiddleware, Route } from '../../src/index';
import { askAll, start } from '../support/tracing';

@Route('/')
class HomeView {
  @Get() show() {
    return 'home';
  }

  @Get('/broken') break(): string {
    throw new Error('boom');
  }
}

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

    const { statuses, readLog } = await askAll(module, ['/', '/'], { env: { DEBUG: String(debug) } });

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

  it('RU-02 keeps the root chain apart from the others when one of it is dropped', async () => {
    const matches: unknown[] = [];

    @Middleware()
    class Inner {
      processRequest({ match }: HttpRequest) {
        matches.push(match?.action);
      }
    }
    @Route('/inner')
    @UseMiddleware(Inner)
    class InnerView {
      @Get() list() {
        return 'inner';
      }
    }
    const { module } = createChain(refuse);

    await askAll({ ...module, routes: [InnerView] }, ['/inner']);

    expect(matches).toEqual(['list']);
  });
});
