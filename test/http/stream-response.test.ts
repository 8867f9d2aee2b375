import { get, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

import { StreamResponse, type StreamSource } from '../../src/http/stream-response';
import { serve } from './serve';
import { nextTurn } from './stream-turns';

describe('a streamed response', () => {
  it.each<[string, () => StreamSource]>([
    ['a generator', () => chunks('a', '', 'bü')],
    ['an async generator', () => asyncChunks('a', '', 'bü')],
    ['an array', () => ['a', Buffer.from('b'), new Uint8Array(Buffer.from('ü'))]],
    ['a Node stream of bytes', () => Readable.from([Buffer.from('abü')], { objectMode: false })],
    ['a Node stream of objects', () => Readable.from(['a', 'bü'])],
    ['a web stream', () => new Blob(['abü']).stream()],
    ['text', () => 'abü'],
    ['bytes', () => Buffer.from('abü') as unknown as StreamSource],
  ])('reads %s', async (_, createSource) => {
    expect(await text(toStream(createSource()))).toBe('abü');
  });

  it('is of bytes unless the headers say otherwise', () => {
    expect(new StreamResponse([]).contentType).toBe('application/octet-stream');
    expect(new StreamResponse([], { status: 201, headers: { 'content-type': 'text/csv' } }).status).toBe(201);
  });

  it('ends its generator when the client leaves', async () => {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const source = (async function* () {
      try {
        for (;;) {
          yield 'x'.repeat(100_000);
          await nextTurn();
        }
      } finally {
        end();
      }
    })();
    const { origin, close } = await serve(() => new StreamResponse(source));

    const response = await new Promise<IncomingMessage>((resolve) => get(origin, resolve));
    response.once('data', () => response.destroy());
    await ended;

    expect(await source.next()).toEqual({ done: true, value: undefined });
    await close();
  });

  it('answers 500 when the source fails before the first byte, and breaks off when it fails later', async () => {
    const early = await serve(() => new StreamResponse(asyncFailing()));
    const late = await serve(() => new StreamResponse(asyncFailingLater()));

    expect((await fetch(early.origin)).status).toBe(500);
    await expect(fetch(late.origin).then((response) => response.text())).rejects.toThrow('terminated');
    await Promise.all([early.close(), late.close()]);
  });
});

function toStream(source: StreamSource): Readable {
  return new StreamResponse(source).toPayload() as Readable;
}

function* chunks(...values: string[]) {
  yield* values;
}

async function* asyncChunks(...values: string[]) {
  for (const value of values) yield await Promise.resolve(value);
}

async function* asyncFailing() {
  await nextTurn();
  yield* [];
  throw new Error('No more.');
}

async function* asyncFailingLater() {
  yield 'a';
  await nextTurn();
  throw new Error('No more.');
}
