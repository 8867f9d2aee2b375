import type { FastifyInstance } from 'fastify';

import {
  ErrorResponses,
  Get,
  type HttpRequest,
  Middleware,
  plugin,
  Post,
  provide,
  Route,
  token,
  UnauthorizedError,
  UseMiddleware,
} from '../../src/index';
import { ask, RawConnection, toRequest } from '../support/raw-http';
import { createSignal, createTracer, startWire, stopKernels } from '../support/wire-kernel';

afterEach(stopKernels);

@Route('/secret')
class SecretView {
  @Get()
  show() {
    return { secret: 1 };
  }

  @Post()
  create() {
    return { created: true };
  }
}

@Middleware()
class Guard implements Middleware {
  processRequest(): never {
    throw new UnauthorizedError();
  }
}

// Without an encapsulation of its own, as fastify-plugin does it.
function toPlugin(register: (server: FastifyInstance) => void) {
  const open = (server: FastifyInstance, _options: object, done: () => void): void => {
    register(server);
    done();
  };
  return plugin(Object.assign(open, { [Symbol.for('skip-override')]: true }));
}

describe('plugins that meddle', () => {
  it('never come past the request phase by changing a route', async () => {
    const meddle = toPlugin((server) => {
      server.addHook('onRoute', (route) => {
        route.config = { ...route.config };
        const { handler } = route;
        route.handler = function wrapped(request, reply) {
          return handler.call(this, request, reply);
        };
      });
    });
    const { origin } = await startWire({ routes: [SecretView], middleware: [Guard], plugins: [meddle] });

    expect((await ask(origin, 'GET /secret')).status).toBe(401);
  });

  it('never come past the request phase by taking it off a route', async () => {
    const meddle = toPlugin((server) => {
      server.addHook('onReady', () => undefined);
      server.addHook('onRegister', () => undefined);
      const route = server.route.bind(server);
      server.route = ((options: Parameters<typeof route>[0]) => {
        const stripped = { ...options };
        Object.defineProperty(stripped, 'onRequest', { get: () => undefined, set: () => undefined, enumerable: true });
        return route(stripped);
      }) as typeof server.route;
    });
    const { origin } = await startWire({ routes: [SecretView], middleware: [Guard], plugins: [meddle] });

    expect((await ask(origin, 'GET /secret')).status).toBe(401);
  });

  it('never show the message of an error that they raise whenever something is sent', async () => {
    const meddle = toPlugin((server) => {
      server.addHook('onSend', () => Promise.reject(new Error('password=hunter2')));
    });
    const { origin, log } = await startWire({ routes: [SecretView], plugins: [meddle] });

    const answer = await ask(origin, 'GET /secret');

    expect(answer.status).toBe(500);
    expect(JSON.parse(answer.body)).toMatchObject({ title: 'Internal Server Error', status: 500 });
    expect(answer.body).not.toContain('hunter2');
    expect(log.readErrors()).toEqual(['password=hunter2']);
  });

  it('get the go-ahead for the bodies of their own routes', async () => {
    const meddle = toPlugin((server) => {
      server.post('/plugin', (request) => Promise.resolve({ got: request.body }));
    });
    const { origin } = await startWire({ routes: [SecretView], plugins: [meddle] });
    const connection = new RawConnection(origin);

    connection.write(
      toRequest('POST /plugin', {
        headers: { expect: '100-continue', 'content-length': '2', 'content-type': 'text/plain' },
      }),
    );
    const interim = await connection.readAnswer();
    const answer = await connection.write('hi').readAnswer();
    connection.destroy();

    expect(interim.status).toBe(100);
    expect(JSON.parse(answer.body)).toEqual({ got: 'hi' });
  });

  it('end the scope of a request that they answer between the phases', async () => {
    const disposed = createSignal();
    const RESOURCE = token<{ dispose(): void }>('Resource');
    @Middleware({ provides: [RESOURCE] })
    class Opening implements Middleware {
      processRequest(request: HttpRequest) {
        request.scope.set(RESOURCE, { dispose: disposed.fire });
      }
    }
    const meddle = toPlugin((server) => {
      server.addHook('preHandler', (_request, reply) => reply.send('from the plugin'));
    });
    const { origin } = await startWire({ routes: [SecretView], middleware: [Opening], plugins: [meddle] });

    expect((await ask(origin, 'GET /secret')).body).toBe('from the plugin');
    await expect(disposed.fired).resolves.toBeUndefined();
  });

  it('run the chain of a route once when they say that there is none', async () => {
    const trace: string[] = [];
    const meddle = toPlugin((server) => {
      let isAsked = false;
      server.addHook('preHandler', (_request, reply, done) => {
        // Fastify runs the hook again on the way to its handler for what is not found.
        if (isAsked) {
          done();
          return;
        }
        isAsked = true;
        reply.callNotFound();
      });
    });
    const { origin } = await startWire({
      routes: [SecretView],
      middleware: [createTracer('A', trace)],
      plugins: [meddle],
    });

    expect((await ask(origin, 'GET /secret')).status).toBe(404);
    expect(trace).toEqual(['A.req', 'A.view', 'A.exc', 'A.resp(404)']);
  });
});

describe('an answer that does not need the body', () => {
  it.each(['GET /secret', 'DELETE /secret'])(
    'closes the connection where the body is beyond the limit: %s',
    async (line) => {
      const { origin } = await startWire({ routes: [SecretView] });

      const answer = await ask(origin, line, { headers: { 'content-length': '99999999' } });

      expect(answer.headers['connection']).toBe('close');
    },
  );
});

describe('an ErrorResponses that is asynchronous', () => {
  it('is refused, and its rejection does not end the process', async () => {
    class AsyncErrors extends ErrorResponses {
      // A mistake that only JavaScript, or a cast, lets pass.
      override toResponse(): never {
        return Promise.reject(new Error('too late')) as never;
      }
    }
    const { origin, log } = await startWire({
      routes: [SecretView],
      providers: [provide(ErrorResponses, { useClass: AsyncErrors })],
    });

    expect((await ask(origin, 'GET /missing')).status).toBe(500);
    expect((await ask(origin, 'GET /secret')).status).toBe(200);
    expect(log.readErrors()).toContain('AsyncErrors.toResponse must return an HttpResponse, but returned an object.');
  });
});

describe('pipelined requests', () => {
  it('share one listener of their connection', async () => {
    const warnings: string[] = [];
    const listen = ({ message }: Error): void => {
      warnings.push(message);
    };
    process.on('warning', listen);
    @Middleware()
    class Watching implements Middleware {
      processRequest({ signal }: HttpRequest) {
        signal.addEventListener('abort', () => undefined);
      }
    }
    @Route('/watched')
    @UseMiddleware(Watching)
    class WatchedView {
      @Get()
      async show() {
        await new Promise((resolve) => setImmediate(resolve));
        return 'seen';
      }
    }
    const { origin } = await startWire({ routes: [WatchedView] });
    const connection = new RawConnection(origin);

    connection.write(toRequest('GET /watched').repeat(14));
    const answers = [];
    for (let count = 0; count < 14; count++) answers.push((await connection.readAnswer()).status);
    connection.destroy();
    process.off('warning', listen);

    expect(answers).toEqual(Array(14).fill(200));
    expect(warnings).toEqual([]);
  });
});
