import { Readable } from 'node:stream';

import { Get, Injectable, Route, Signal } from '../../src/index';
import { startTraced, type TracedApplication } from '../support/tracing';
import { createSignal, type Form } from '../support/wire-kernel';

const inward = 'A.req B.req C.req A.view B.view C.view';
const late = `GET /slow was answered 503: The time limit of the request has ended.`;

/** A view that waits until the test lets it go on, and what is known of it. */
function createSlowView() {
  const go = createSignal<() => unknown>();
  const ended = createSignal();
  const disposed = createSignal();
  const seen: { signal?: AbortSignal; isDisposed: boolean } = { isDisposed: false };

  @Injectable({ scope: 'request' })
  class Resource {
    dispose(): void {
      seen.isDisposed = true;
      disposed.fire();
    }
  }

  @Route('/slow')
  class SlowView {
    constructor(readonly resource: Resource) {}

    @Get({ timeout: 5 })
    async wait(@Signal() signal: AbortSignal): Promise<unknown> {
      seen.signal = signal;
      try {
        return (await go.fired)();
      } finally {
        ended.fire();
      }
    }
  }
  return { SlowView, Resource, go, ended, disposed, seen };
}

async function startSlow(form: Form) {
  const slow = createSlowView();
  const traced: TracedApplication = await startTraced({
    form,
    module: { routes: [slow.SlowView], providers: [slow.Resource] },
  });
  return { ...slow, ...traced, response: await traced.kernel.server.inject('/slow') };
}

describe.each<Form>(['sync', 'async'])('time limits with %s hooks', (form) => {
  it('RU-17 answers 503 through the response phase, and asks no exception hook', async () => {
    const { response, trace, subjects, kernel, readLog, records, go } = await startSlow(form);
    go.fire(() => 'late');
    await kernel.close();

    expect(response.statusCode).toBe(503);
    expect(response.json<unknown>()).toMatchObject({ title: 'Service Unavailable', status: 503 });
    expect(trace.join(' ')).toBe(`${inward} C.resp B.resp A.resp`);
    expect(subjects.get('C.resp')).toMatchObject({ status: 503 });
    expect(readLog()).toEqual([`error: ${late}`]);
    expect(records.filter(({ err }) => err)).toHaveLength(1);
  });

  it('RU-17 aborts the signal of the view', async () => {
    const { seen, kernel, go } = await startSlow(form);
    go.fire(() => 'late');
    await kernel.close();

    expect(seen.signal?.aborted).toBe(true);
    expect(seen.signal?.reason).toHaveProperty('message', 'The time limit of the request has ended.');
  });

  it.each<[string, () => unknown]>([
    ['result', () => ({ late: true })],
    [
      'error',
      () => {
        throw new Error('late');
      },
    ],
  ])('RU-17 drops a later %s', async (_, end) => {
    const { trace, kernel, readLog, go, ended } = await startSlow(form);
    const before = trace.length;

    go.fire(end);
    await ended.fired;
    await kernel.close();

    expect(trace).toHaveLength(before);
    expect(readLog()).toEqual([`error: ${late}`]);
  });

  it('RU-17 closes a stream that comes later', async () => {
    const { kernel, go } = await startSlow(form);
    const closed = createSignal();
    const stream = new Readable({ read() {} });
    stream.once('close', () => {
      closed.fire();
    });

    go.fire(() => stream);
    await closed.fired;
    await kernel.close();

    expect(stream.destroyed).toBe(true);
  });

  it('RU-17 disposes the scope only after the view has come to an end', async () => {
    const { seen, kernel, go, disposed } = await startSlow(form);
    const wasDisposed = seen.isDisposed;

    go.fire(() => 'late');
    await disposed.fired;
    await kernel.close();

    expect({ wasDisposed, isDisposed: seen.isDisposed }).toEqual({ wasDisposed: false, isDisposed: true });
  });
});

describe('where time limits come from', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it.each([
    ['the application', {}, '5', 503],
    ['the method before the application', { timeout: 60_000 }, '5', 200],
    ['the method that has none, before the application', { timeout: 0 }, '5', 200],
    ['nowhere', {}, '0', 200],
  ])('RU-17 takes the limit from %s', async (_, options, requestTimeout, status) => {
    @Route('/slow')
    class SlowView {
      @Get(options)
      async wait(): Promise<unknown> {
        await Promise.resolve();
        jest.advanceTimersByTime(30_000);
        return 'done';
      }
    }
    const env = { REQUEST_TIMEOUT: requestTimeout };
    const { kernel } = await startTraced({ form: 'sync', module: { routes: [SlowView] }, env });
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });

    const { statusCode } = await kernel.server.inject('/slow');
    jest.useRealTimers();
    await kernel.close();

    expect(statusCode).toBe(status);
  });

  it('RU-17 is off for a view that answers within its limit: the signal does not abort', async () => {
    const signals: AbortSignal[] = [];

    @Route('/quick')
    class QuickView {
      @Get({ timeout: 60_000 })
      async show(@Signal() signal: AbortSignal): Promise<unknown> {
        signals.push(signal);
        return Promise.resolve('quick');
      }
    }
    const { kernel } = await startTraced({ form: 'async', module: { routes: [QuickView] } });

    const response = await kernel.server.inject('/quick');
    await kernel.close();

    expect({ status: response.statusCode, body: response.body }).toEqual({ status: 200, body: 'quick' });
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  });
});
