import { get, type IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

import { EventStreamResponse } from '../../src/http/event-stream-response';
import { ServerEvent } from '../../src/http/server-event';
import { serve } from './serve';
import { nextTurn } from './stream-turns';

describe('an event stream', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('says that it is one, and that nobody is to hold it back', () => {
    const response = new EventStreamResponse(events([]));

    expect(response.contentType).toBe('text/event-stream; charset=utf-8');
    expect([...response.headers]).toEqual([
      ['cache-control', 'no-cache'],
      ['x-accel-buffering', 'no'],
    ]);
  });

  it('takes status and headers', () => {
    const response = new EventStreamResponse(events([]), { status: 201, headers: { 'Cache-Control': 'no-store' } });

    expect(response.status).toBe(201);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('writes values and events', async () => {
    const stream = toStream(events([{ a: 1 }, new ServerEvent({ data: 'text', id: '1' })]));

    expect(await text(stream)).toBe('data: {"a":1}\n\nid: 1\ndata: text\n\n');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('writes a comment whenever it was silent for 15 seconds', async () => {
    const source = queue();
    const stream = toStream(source);
    const received: string[] = [];
    stream.on('data', (chunk) => received.push(String(chunk)));
    await nextTurn();

    jest.advanceTimersByTime(14_999);
    await nextTurn();
    expect(received).toEqual([]);
    jest.advanceTimersByTime(1);
    await nextTurn();
    expect(received).toEqual([':\n\n']);
    jest.advanceTimersByTime(10_000);
    source.put(1);
    await nextTurn();
    jest.advanceTimersByTime(14_999);
    await nextTurn();
    expect(received).toEqual([':\n\n', 'data: 1\n\n']);
    jest.advanceTimersByTime(1);
    await nextTurn();

    expect(received).toEqual([':\n\n', 'data: 1\n\n', ':\n\n']);
    stream.destroy();
  });

  it('writes comments as often as it is told, and none for 0', async () => {
    const often = toStream(queue(), 100);
    const never = toStream(queue(), 0);
    const received: string[] = [];
    often.on('data', (chunk) => received.push(String(chunk)));
    never.on('data', (chunk) => received.push(String(chunk)));
    await nextTurn();

    jest.advanceTimersByTime(100);
    await nextTurn();

    expect(received).toEqual([':\n\n']);
    expect(jest.getTimerCount()).toBe(1);
    often.destroy();
    never.destroy();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('writes no comments for a client that does not read', async () => {
    const stream = toStream(queue(), 100);
    stream.read(0);
    await nextTurn();

    jest.advanceTimersByTime(100_000);

    expect(stream.readableLength).toBe(':\n\n'.length);
    stream.destroy();
  });

  it('asks for no more than the client reads', async () => {
    let asked = 0;
    const stream = toStream(
      (async function* () {
        for (;;) {
          asked += 1;
          yield await Promise.resolve('x'.repeat(100_000));
        }
      })(),
    );
    stream.read(0);
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();

    expect(asked).toBe(1);
    stream.destroy();
  });

  it('has no timer before it is read', () => {
    const stream = toStream(queue());

    expect(jest.getTimerCount()).toBe(0);
    stream.destroy();
  });

  it('does not keep the process alive by its timer', () => {
    const setInterval = jest.spyOn(globalThis, 'setInterval');
    const stream = toStream(queue());

    stream.read(0);

    expect((setInterval.mock.results[0]?.value as NodeJS.Timeout).hasRef()).toBe(false);
    stream.destroy();
  });

  it('stops its timer when the source fails', async () => {
    const stream = toStream(events([undefined]));

    await expect(text(stream)).rejects.toThrow('A JSON body must be a JSON value, but was undefined.');
    expect(jest.getTimerCount()).toBe(0);
  });

  it.each([-1, 1.5, NaN, Infinity, 2 ** 31])('refuses a heartbeat of %d', (heartbeat) => {
    expect(() => new EventStreamResponse(events([]), { heartbeat })).toThrow(
      new TypeError(
        `EventStreamResponse.heartbeat must be a whole number of milliseconds from 0 to 2147483647, but was ${String(heartbeat)}.`,
      ),
    );
  });
});

describe('an event stream over HTTP', () => {
  it('calls return of its iterator when the client leaves', async () => {
    const source = queue();
    const { origin, close } = await serve(() => new EventStreamResponse(source));
    source.put({ a: 1 });

    const response = await new Promise<IncomingMessage>((resolve) => get(origin, resolve));
    const chunk = await new Promise<Buffer>((resolve) => response.once('data', resolve));
    response.destroy();
    await source.returned;

    expect(response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(String(chunk)).toBe('data: {"a":1}\n\n');
    await close();
  });
});

function toStream(items: AsyncIterable<unknown>, heartbeat?: number): Readable {
  const options = heartbeat === undefined ? {} : { heartbeat };
  return new EventStreamResponse(items, options).toPayload() as Readable;
}

async function* events(values: unknown[]) {
  for (const value of values) yield await Promise.resolve(value);
}

/** A source that gives what is put into it, and then waits. */
function queue() {
  let give: ((result: IteratorResult<unknown>) => void) | undefined;
  let wasReturned = (): void => undefined;
  const values: unknown[] = [];
  const returned = new Promise<void>((resolve) => (wasReturned = resolve));
  return {
    returned,
    put(value: unknown): void {
      if (give) give({ done: false, value });
      else values.push(value);
    },
    [Symbol.asyncIterator]: () => ({
      next: () =>
        new Promise<IteratorResult<unknown>>((resolve) => {
          if (values.length > 0) resolve({ done: false, value: values.shift() });
          else give = resolve;
        }),
      return: () => {
        wasReturned();
        return Promise.resolve({ done: true as const, value: undefined });
      },
    }),
  };
}
