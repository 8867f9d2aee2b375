import { AsyncLocalStorage } from 'node:async_hooks';

import type { FastifyInstance } from 'fastify';

import {
  EventStreamResponse,
  Get,
  type HttpRequest,
  type HttpResponse,
  Injectable,
  Middleware,
  Module,
  plugin,
  Post,
  RequestContext,
  Route,
  StreamResponse,
} from '../../src/index';
import { createTestKernel, fake } from '../../src/testing/index';
import { ask } from '../support/raw-http';
import { createSignal, startWire, stopKernels } from '../support/wire-kernel';

afterEach(() => {
  jest.restoreAllMocks();
  return stopKernels();
});

// A singleton: it is built once, and yet knows whose request it serves.
@Injectable()
class Audit {
  readonly notes: string[] = [];
  constructor(readonly context: RequestContext) {}
  note(place: string): void {
    this.notes.push(`${place} ${this.context.request.url}`);
  }
}

@Injectable({ scope: 'request' })
class Resource {
  static released = createSignal();
  constructor(readonly audit: Audit) {}
  async [Symbol.asyncDispose]() {
    await new Promise((resolve) => setImmediate(resolve));
    this.audit.note('disposal');
    Resource.released.fire();
  }
}

@Middleware()
class Noting implements Middleware {
  constructor(readonly audit: Audit) {}
  async processRequest() {
    await new Promise((resolve) => setImmediate(resolve));
    this.audit.note('processRequest');
  }
  processView() {
    this.audit.note('processView');
  }
  processException() {
    this.audit.note('processException');
  }
  processResponse(_request: HttpRequest, response: HttpResponse) {
    this.audit.note('processResponse');
    return response;
  }
}

@Route('/audited')
class AuditedView {
  constructor(
    readonly audit: Audit,
    readonly resource: Resource,
  ) {}

  @Post() async add() {
    await new Promise((resolve) => setTimeout(resolve, 1));
    this.audit.note('view');
    return [];
  }

  @Get('/stream') stream() {
    const { audit } = this;
    return new StreamResponse(
      (async function* () {
        for (const chunk of ['a', 'b', 'c']) {
          await new Promise((resolve) => setImmediate(resolve));
          audit.note(chunk);
          yield chunk.repeat(100_000);
        }
      })(),
    );
  }

  @Get('/events') events() {
    const { audit } = this;
    return new EventStreamResponse(
      (async function* () {
        yield 1;
        await Promise.resolve();
        audit.note('event');
        yield 2;
      })(),
    );
  }

  @Get('/failing') fail(): string {
    this.audit.note('view');
    throw new Error('No.');
  }
}

async function startAudited() {
  Resource.released = createSignal();
  const { kernel, origin } = await startWire({ routes: [AuditedView], middleware: [Noting] });
  return { audit: kernel.container.resolve(Audit), origin };
}

describe('the request context', () => {
  it('holds from the first hook to the last disposal, also after a body was read', async () => {
    const { audit, origin } = await startAudited();

    await ask(origin, 'POST /audited', { body: '{"a":1}', headers: { 'content-type': 'application/json' } });
    await Resource.released.fired;

    expect(audit.notes).toEqual(
      ['processRequest', 'processView', 'view', 'processResponse', 'disposal'].map((place) => `${place} /audited`),
    );
  });

  it.each([
    ['/audited/stream', ['a', 'b', 'c']],
    ['/audited/events', ['event']],
  ])('holds while a body is streamed: %s', async (url, places) => {
    const { audit, origin } = await startAudited();

    await ask(origin, `GET ${url}`);
    await Resource.released.fired;

    expect(audit.notes.slice(3)).toEqual([...places, 'disposal'].map((place) => `${place} ${url}`));
  });

  it('holds in exception hooks, and where there is no route', async () => {
    const { audit, origin } = await startAudited();

    await ask(origin, 'GET /audited/failing');
    await ask(origin, 'GET /nothing');

    expect(audit.notes.filter((each) => !each.startsWith('disposal'))).toEqual([
      ...['processRequest', 'processView', 'view', 'processException', 'processResponse'].map(
        (place) => `${place} /audited/failing`,
      ),
      'processRequest /nothing',
      'processResponse /nothing',
    ]);
  });

  it('tells that there is no request outside of one', async () => {
    const { audit } = await startAudited();

    expect(audit.context.current).toBeUndefined();
    expect(() => audit.context.request).toThrow(
      'RequestContext.request was read outside of a request. Read it in what a hook or a view calls, or read RequestContext.current, which is undefined there.',
    );
  });

  it('knows the requests of plugins', async () => {
    const add = (server: FastifyInstance, _options: object, done: () => void): void => {
      server.get('/plugin', () => ({ url: contexts[0]?.current?.url }));
      done();
    };
    const contexts: RequestContext[] = [];
    @Injectable()
    class Keeper {
      constructor(readonly context: RequestContext) {
        contexts.push(context);
      }
    }
    const { origin } = await startWire({ providers: [Keeper], plugins: [plugin(add as never)] });

    expect((await ask(origin, 'GET /plugin')).body).toBe('{"url":"/plugin"}');
  });

  it('costs nothing where nothing injects it', async () => {
    @Route('/')
    class PlainView {
      @Get() show() {
        return [];
      }
    }
    const { origin } = await startWire({ routes: [PlainView] });
    const run = jest.spyOn(AsyncLocalStorage.prototype, 'run');

    await ask(origin, 'GET /');

    expect(run).not.toHaveBeenCalled();
  });

  it('can be faked', async () => {
    @Route('/')
    class ContextView {
      constructor(readonly context: RequestContext) {}
      @Get() show() {
        return { url: this.context.request.url };
      }
    }
    @Module({ routes: [ContextView] })
    class Root {}
    const request = Object.assign(Object.create(null) as HttpRequest, { url: '/faked' });
    const kernel = await createTestKernel(Root, { with: [fake(RequestContext, { request })] });

    expect((await kernel.client.get('/')).json()).toEqual({ url: '/faked' });
    await kernel.close();
  });
});
