import { Readable, Transform } from 'node:stream';

import {
  EventStreamResponse,
  Get,
  HttpResponse,
  JsonResponse,
  Middleware,
  Route,
  StreamResponse,
} from '../../src/index';
import { inForm, start } from '../support/tracing';
import { createSignal, type Form } from '../support/wire-kernel';

/** Streams that tell when they are let go, by the names of their kinds. */
function createBodies(released: () => void) {
  const open = new Readable({ read() {} });
  open.once('close', released);
  const web = new ReadableStream<Uint8Array>({ cancel: released });
  const events: AsyncIterableIterator<string> = {
    next: () => new Promise(() => undefined),
    return: () => {
      released();
      return Promise.reject(new Error('Nobody hears of it.'));
    },
    [Symbol.asyncIterator]: () => events,
  };
  return {
    nodeStream: () => new HttpResponse(open),
    webStream: () => new HttpResponse(web),
    iterator: () => new EventStreamResponse(events),
  };
}

const kinds = ['nodeStream', 'webStream', 'iterator'] as const;

function createModule(respond: () => unknown, replace: (response: HttpResponse) => HttpResponse, form: Form) {
  @Route('/')
  class AView {
    @Get({ timeout: 5 }) show(): unknown {
      return respond();
    }
  }
  @Middleware()
  class Replacing {
    processResponse(_request: unknown, response: HttpResponse) {
      return inForm(form, () => replace(response)) as HttpResponse;
    }
  }
  return { routes: [AView], middleware: [Replacing] };
}

describe.each<Form>(['sync', 'async'])('the stream of a response that a hook replaces, %s', (form) => {
  it.each(kinds)('is let go: %s', async (kind) => {
    const released = createSignal();
    const bodies = createBodies(released.fire);
    const { kernel } = await start(createModule(bodies[kind], () => new JsonResponse('other'), form));

    const { body } = await kernel.server.inject('/');
    await expect(released.fired).resolves.toBeUndefined();
    await kernel.close();

    expect(body).toBe('"other"');
  });

  it.each(kinds)('is let go where the hook throws: %s', async (kind) => {
    const released = createSignal();
    const bodies = createBodies(released.fire);
    const fail = () => {
      throw new Error('boom');
    };
    const { kernel } = await start(createModule(bodies[kind], fail, form));

    const { statusCode } = await kernel.server.inject('/');
    await expect(released.fired).resolves.toBeUndefined();
    await kernel.close();

    expect(statusCode).toBe(500);
  });

  it('is read to its end where the other response is made of it', async () => {
    const shout = () =>
      new Transform({
        transform: (chunk, _, done) => {
          done(null, String(chunk).toUpperCase());
        },
      });
    const respond = () => new StreamResponse(Readable.from(['a', 'b'], { objectMode: false }));
    const replace = ({ body }: HttpResponse) => new StreamResponse((body as Readable).pipe(shout()));
    const { kernel } = await start(createModule(respond, replace, form));

    const { body } = await kernel.server.inject('/');
    await kernel.close();

    expect(body).toBe('AB');
  });

  it('is sent where the other response has the same one', async () => {
    const respond = () => new StreamResponse(Readable.from(['a', 'b'], { objectMode: false }));
    const replace = ({ body }: HttpResponse) => new HttpResponse(body, { status: 202 });
    const { kernel } = await start(createModule(respond, replace, form));

    const { statusCode, body } = await kernel.server.inject('/');
    await kernel.close();

    expect({ statusCode, body }).toEqual({ statusCode: 202, body: 'ab' });
  });
});

describe('the stream of a response that comes after its time limit', () => {
  it.each(kinds)('is let go: %s', async (kind) => {
    const released = createSignal();
    const go = createSignal();
    const bodies = createBodies(released.fire);
    const respond = async () => {
      await go.fired;
      return bodies[kind]();
    };
    const { kernel } = await start(createModule(respond, (response) => response, 'sync'));

    const { statusCode } = await kernel.server.inject('/');
    go.fire();
    await expect(released.fired).resolves.toBeUndefined();
    await kernel.close();

    expect(statusCode).toBe(503);
  });
});
