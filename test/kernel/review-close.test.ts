import { once } from 'node:events';
import { connect } from 'node:http2';

import {
  ErrorResponses,
  EventStreamResponse,
  Get,
  type HttpError,
  type HttpRequest,
  JsonResponse,
  Module,
  provide,
  Route,
  token,
} from '../../src/index';
import { RawConnection, toRequest } from '../support/raw-http';
import { createSignal, startWire, stopKernels } from '../support/wire-kernel';
import { startKernel } from './start-kernel';

afterEach(stopKernels);

async function* openEvents(): AsyncGenerator<string> {
  yield 'first';
  await new Promise(() => undefined);
}

@Route('/events')
class EventsView {
  @Get() show() {
    return new EventStreamResponse(openEvents());
  }
}

function readThrown(run: () => void): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing';
}

const RESOURCE = token<object>('RESOURCE');

describe('the close of a kernel', () => {
  it('cuts the connections that are open after the shutdown timeout, then disposes', async () => {
    const disposed: string[] = [];
    const dispose = () => disposed.push('resource');
    const { kernel, origin } = await startWire(
      { routes: [EventsView], providers: [provide(RESOURCE, { useValue: {}, dispose })] },
      { env: { SHUTDOWN_TIMEOUT: '5' } },
    );
    const connection = new RawConnection(origin);
    await connection.write(toRequest('GET /events')).readUntil('data: "first"');

    await kernel.close();
    const received = await connection.readToEnd();

    expect(received).toContain('data: "first"');
    expect(disposed).toEqual(['resource']);
  });

  it('lets a request end that does so in time', async () => {
    const entered = createSignal();
    const go = createSignal();

    @Route('/slow')
    class SlowView {
      @Get() async show() {
        entered.fire();
        await go.fired;
        return 'done';
      }
    }
    const { kernel, origin } = await startWire({ routes: [SlowView] }, { env: { SHUTDOWN_TIMEOUT: '60000' } });
    const connection = new RawConnection(origin).write(toRequest('GET /slow'));
    await entered.fired;

    const closing = kernel.close();
    go.fire();
    const { status, body } = await connection.readAnswer();
    await closing;

    expect({ status, body }).toEqual({ status: 200, body: 'done' });
  });

  it('refuses what comes then, in the shape of the application, which may look for values of the request', async () => {
    const go = createSignal();
    const entered = createSignal();
    const USER = token<string>('USER');

    class OwnResponses extends ErrorResponses {
      override toResponse(error: HttpError, request: HttpRequest) {
        const values = [
          request.scope.has(USER),
          readThrown(() => {
            request.scope.set(USER, 'Ada');
          }),
        ];
        return new JsonResponse(values, { status: error.status });
      }
    }
    @Route('/slow')
    class SlowView {
      @Get() async show() {
        entered.fire();
        await go.fired;
        return 'done';
      }
    }
    const { kernel, origin } = await startWire({
      routes: [SlowView],
      providers: [provide(ErrorResponses, { useClass: OwnResponses })],
    });
    const idle = new RawConnection(origin);
    await idle.write(toRequest('GET /none')).readAnswer();
    new RawConnection(origin).write(toRequest('GET /slow'));
    await entered.fired;

    const closing = kernel.close();
    const { status, body } = await idle.write(toRequest('GET /none')).readAnswer();
    go.fire();
    await closing;

    expect({ status, body: JSON.parse(body) as unknown }).toEqual({
      status: 503,
      body: [
        false,
        'No middleware of a request without a route declares that it provides USER. Write @Middleware({ provides: [USER] }) on the one that sets it.',
      ],
    });
  });

  it('tells clients of HTTP/2 that their connection ends, and does not wait for them', async () => {
    @Module({ routes: [EventsView] })
    class Root {}
    const fastify = { http2: true } as never;
    const kernel = await startKernel(Root, { env: { SHUTDOWN_TIMEOUT: '60000' }, fastify, signals: false });
    const origin = await kernel.listen({ port: 0 });
    const session = connect(origin);
    const answer = session.request({ ':path': '/none' }).resume();
    await once(answer, 'close');
    const told = once(session, 'goaway');

    await kernel.close();

    expect((await told)[0]).toBe(0);
  });

  it('is one, however often it is asked for', async () => {
    @Module({ routes: [EventsView] })
    class Root {}
    const kernel = await startKernel(Root);

    const closings = [kernel.close(), kernel.close()];
    await Promise.all(closings);

    expect(closings[1]).toBe(closings[0]);
    expect(kernel.close()).toBe(closings[0]);
  });
});
