import type { FastifyInstance } from 'fastify';

import {
  Get,
  type HttpRequest,
  Injectable,
  Middleware,
  plugin,
  Req,
  Route,
  RequestScope,
  StreamResponse,
  token,
} from '../../src/index';
import { ask } from '../support/raw-http';
import { createSignal, startWire, stopKernels } from '../support/wire-kernel';

afterEach(stopKernels);

@Injectable({ scope: 'request' })
class Plain {}

@Injectable({ scope: 'request' })
class Releasing {
  constructor(readonly scope: RequestScope) {}
  dispose(): void {
    // Nothing to release.
  }
}

@Route('/plain')
class PlainView {
  constructor(readonly plain: Plain) {}
  @Get() show() {
    return [];
  }
}

@Route('/releasing')
class ReleasingView {
  constructor(readonly releasing: Releasing) {}
  @Get() show() {
    return [];
  }
}

describe('the disposal of a scope', () => {
  it('watches the response only where something is to be disposed', async () => {
    const counts: number[] = [];
    const count = (server: FastifyInstance, _options: object, done: () => void): void => {
      server.addHook('onSend', (_request, reply, _payload, next) => {
        counts.push(reply.raw.listenerCount('close'));
        next();
      });
      done();
    };
    const counting = plugin(Object.assign(count, { [Symbol.for('skip-override')]: true }));
    const { origin } = await startWire({ routes: [PlainView, ReleasingView], plugins: [counting] });

    await ask(origin, 'GET /plain');
    await ask(origin, 'GET /releasing');

    expect(counts).toEqual([counts[0], (counts[0] ?? NaN) + 1]);
  });

  it('is in reverse order and waits for each, however many objects there are', async () => {
    const disposed: string[] = [];
    const ended = createSignal();
    const classes = Array.from({ length: 20 }, (_, index) => {
      @Injectable({ scope: 'request' })
      class Numbered {
        async [Symbol.asyncDispose]() {
          await new Promise((resolve) => setImmediate(resolve));
          disposed.push(`object ${index}`);
          if (index === 0) ended.fire();
        }
      }
      return Numbered;
    });
    @Route('/many')
    class ManyView {
      @Get() show(@Req() { scope }: HttpRequest) {
        const first = classes.map((each) => scope.get(each));
        return classes.every((each, index) => scope.get(each) === first[index]);
      }
    }
    const { origin } = await startWire({ routes: [ManyView], providers: classes });

    expect((await ask(origin, 'GET /many')).body).toBe('true');
    await ended.fired;

    expect(disposed).toEqual(classes.map((_, index) => `object ${19 - index}`));
  });

  it('comes after the last chunk of a stream, whose producer may still ask for objects', async () => {
    const order: string[] = [];
    const ended = createSignal();
    @Injectable({ scope: 'request' })
    class Rows {
      dispose() {
        order.push('dispose');
        ended.fire();
      }
    }
    @Route('/rows')
    class RowsView {
      @Get() show(@Req() { scope }: HttpRequest) {
        return new StreamResponse(
          (async function* () {
            yield 'a';
            await Promise.resolve();
            scope.get(Rows);
            order.push('produced');
            yield 'b';
          })(),
        );
      }
    }
    const { origin } = await startWire({ routes: [RowsView], providers: [Rows] });

    expect((await ask(origin, 'GET /rows')).body).toBe('ab');
    await ended.fired;

    expect(order).toEqual(['produced', 'dispose']);
  });

  it('happens also to what is made while the others are watched, and only once', async () => {
    const disposed: string[] = [];
    const ended = createSignal();
    @Injectable({ scope: 'request' })
    class Early {
      dispose() {
        disposed.push('Early');
        ended.fire();
      }
    }
    @Injectable({ scope: 'request' })
    class Late {
      dispose() {
        disposed.push('Late');
      }
    }
    @Middleware()
    class Closing implements Middleware {
      processResponse(request: HttpRequest, response: never) {
        request.scope.get(Late);
        return response;
      }
    }
    @Route('/')
    class EarlyView {
      constructor(readonly early: Early) {}
      @Get() show() {
        return [];
      }
    }
    const { origin } = await startWire({ routes: [EarlyView], middleware: [Closing], providers: [Late] });

    await ask(origin, 'GET /');
    await ended.fired;

    expect(disposed).toEqual(['Late', 'Early']);
  });
});

describe('a scope whose request is over', () => {
  const VALUE = token<object>('VALUE');

  @Middleware({ provides: [VALUE] })
  class Declaring implements Middleware {
    processRequest() {
      return undefined;
    }
  }

  it('builds nothing more that nobody would dispose, and says so', async () => {
    const faults: string[] = [];
    const ended = createSignal();
    const attempt = (work: () => unknown): void => {
      try {
        work();
        faults.push('nothing was thrown');
      } catch (error) {
        faults.push((error as Error).message);
      }
    };
    @Injectable({ scope: 'request' })
    class Watched {
      constructor(readonly scope: RequestScope) {}
      dispose() {
        attempt(() => this.scope.get(Plain));
        attempt(() => {
          this.scope.set(VALUE, {});
        });
        attempt(() => this.scope.get(Watched));
        ended.fire();
      }
    }
    @Route('/')
    class WatchedView {
      constructor(readonly watched: Watched) {}
      @Get() show() {
        return [];
      }
    }
    const { origin } = await startWire({ routes: [WatchedView], middleware: [Declaring], providers: [Plain] });

    await ask(origin, 'GET /');
    await ended.fired;

    const reason = 'the request is over, and nothing would dispose it. Ask for it before the view has come to an end.';
    expect(faults).toEqual([
      `Plain cannot be built: ${reason}`,
      `VALUE cannot be set: ${reason}`,
      'nothing was thrown',
    ]);
  });
});
