import { Readable } from 'node:stream';

import { Get, Injectable, Route, StreamResponse } from '../../src/index';
import { ask, RawConnection, toRequest } from '../support/raw-http';
import { createSignal, createTracer, type Form, startWire, stopKernels } from '../support/wire-kernel';

afterEach(stopKernels);

const forms: Form[] = ['sync', 'async'];

/** An application whose one view streams what `source` makes. */
async function startStream(source: (trace: string[]) => unknown, form: Form = 'sync') {
  const trace: string[] = [];
  const disposal = createSignal();

  @Injectable({ scope: 'request' })
  class Resource {
    dispose(): void {
      trace.push('disposed');
      disposal.fire();
    }
  }

  @Route('/')
  class StreamView {
    constructor(readonly resource: Resource) {}

    @Get()
    show(): unknown {
      return form === 'async' ? Promise.resolve().then(() => source(trace)) : source(trace);
    }
  }

  const wire = await startWire({ routes: [StreamView], middleware: [createTracer('A', trace, form)] });
  return { ...wire, trace, disposed: disposal.fired };
}

const hooks = ['A.req', 'A.view', 'A.resp(200)'];

describe.each(forms)('RU-11 with %s hooks', (form) => {
  it('runs the response phase before the first chunk', async () => {
    const { origin, trace, disposed } = await startStream(
      (steps) => new StreamResponse(createNumbers(2, (number) => steps.push(`chunk ${number}`))),
      form,
    );

    const answer = await ask(origin, 'GET /');
    await disposed;

    expect(answer).toMatchObject({ status: 200, body: '12' });
    expect(trace).toEqual([...hooks, 'chunk 1', 'chunk 2', 'disposed']);
  });

  it.each([
    ['an iterable', () => new StreamResponse(createFailing(0))],
    ['a stream', () => failAtOnce()],
    ['a stream that has failed already', () => failBefore()],
  ])('answers %s that fails before the first byte with a plain 500 and no hook', async (_, source) => {
    const { origin, trace, log, disposed } = await startStream(source, form);

    const answer = await ask(origin, 'GET /');
    await disposed;

    expect(answer.status).toBe(500);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(answer.body)).toMatchObject({ status: 500, title: 'Internal Server Error' });
    expect(answer.body).not.toContain('broken');
    expect(trace).toEqual([...hooks, 'disposed']);
    expect(log.readProblems()).toEqual(['50 GET / was answered 500: Internal Server Error']);
    expect(log.readErrors()).toEqual(['broken']);
  });

  it('breaks the connection when the stream fails after the first byte, with one record', async () => {
    const { origin, trace, log, disposed } = await startStream(() => new StreamResponse(createFailing(1)), form);
    const connection = new RawConnection(origin).write(toRequest('GET /'));

    const received = await connection.readToEnd();
    await disposed;

    expect(received).toMatch(/^HTTP\/1.1 200 OK\r\n/);
    expect(received).toContain('\r\n1\r\n1\r\n');
    expect(received).not.toContain('\r\n0\r\n');
    expect(trace).toEqual([...hooks, 'disposed']);
    expect(log.readProblems()).toEqual(['50 The answer to GET / was broken off.']);
    expect(log.readErrors()).toEqual(['broken']);
    expect((await ask(origin, 'GET /missing')).status).toBe(404);
  });
});

async function* createNumbers(count: number, note: (number: number) => void): AsyncGenerator<string> {
  for (let number = 1; number <= count; number++) {
    note(number);
    yield await Promise.resolve(String(number));
  }
}

async function* createFailing(good: number): AsyncGenerator<string> {
  yield* createNumbers(good, () => undefined);
  // The chunks before must have left, or nothing tells them from an answer that never began.
  await new Promise((resolve) => setImmediate(resolve));
  throw new Error('broken');
}

function failAtOnce(): Readable {
  return new Readable({
    read() {
      this.destroy(new Error('broken'));
    },
  });
}

function failBefore(): Readable {
  const stream = new Readable({ read: () => undefined });
  stream.destroy(new Error('broken'));
  return stream;
}
