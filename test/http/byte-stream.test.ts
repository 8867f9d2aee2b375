import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { ReadableStream } from 'node:stream/web';

import { ByteStream, toChunk } from '../../src/http/byte-stream';
import { closed, nextTurn } from './stream-turns';

describe('a stream of bytes of an iterable', () => {
  it('does not start its source before it is read', async () => {
    const calls: string[] = [];

    const stream = toStream(asyncChunks(calls, 'a'));
    await nextTurn();

    expect(calls).toEqual([]);
    expect(await text(stream)).toBe('a');
    expect(calls).toEqual(['start', 'end']);
  });

  it('asks for more only when there is room', async () => {
    const calls: string[] = [];
    const source = (function* () {
      for (;;) {
        calls.push('asked');
        yield 'x'.repeat(100_000);
      }
    })();
    const stream = toStream(source);

    stream.read(0);
    await nextTurn();

    expect(calls).toEqual(['asked']);
    stream.destroy();
  });

  it('reads a large source whole', async () => {
    const source = (function* () {
      for (let index = 0; index < 5000; index += 1) yield 'x'.repeat(100);
    })();

    expect(await text(toStream(source))).toHaveLength(500_000);
  });

  it.each([
    ['a generator', chunks],
    ['an async generator', asyncChunks],
  ])('ends %s when it is left early', async (_, createSource) => {
    const calls: string[] = [];
    const stream = toStream(createSource(calls, 'a', 'b'));
    stream.read(0);
    await nextTurn();

    stream.destroy();
    await closed(stream);

    expect(calls).toEqual(['start', 'end']);
  });

  it('closes once the generator it left has come to an end', async () => {
    const calls: string[] = [];
    let finish = (): void => undefined;
    const cleaning = new Promise<void>((resolve) => (finish = resolve));
    const stream = toStream(
      (async function* () {
        try {
          yield 'x'.repeat(100_000);
        } finally {
          await cleaning;
          calls.push('cleaned');
        }
      })(),
    );
    stream.once('close', () => calls.push('closed'));
    stream.read(0);
    await nextTurn();

    stream.destroy();
    await nextTurn();
    expect(calls).toEqual([]);
    finish();
    await closed(stream);

    expect(calls).toEqual(['cleaned', 'closed']);
  });

  it('calls return at once when it is left while the next chunk is awaited', async () => {
    const calls: string[] = [];
    const source = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise<IteratorResult<string>>(() => undefined),
        return: () => {
          calls.push('return');
          return Promise.resolve({ done: true as const, value: undefined });
        },
      }),
    };
    const stream = toStream(source);
    stream.read(0);

    stream.destroy();
    await closed(stream);

    expect(calls).toEqual(['return']);
  });

  it.each([
    ['has come to an end', () => Promise.resolve({ done: true as const, value: undefined })],
    ['has failed', () => Promise.reject(new Error('No more.'))],
  ])('does not call return of an iterator that %s', async (_, next) => {
    const calls: string[] = [];
    const stream = toStream({ [Symbol.asyncIterator]: () => ({ next, return: () => calls.push('return') }) } as never);

    await text(stream).catch(() => undefined);
    await closed(stream);

    expect(calls).toEqual([]);
  });

  it('releases a source that was never read', async () => {
    const calls: string[] = [];
    const node = Readable.from([]);
    const web = new ReadableStream({ cancel: () => void calls.push('cancelled') });
    const generator = chunks(calls, 'a');

    for (const source of [node, web, generator, ['a']]) {
      const stream = toStream(source);
      stream.destroy();
      await closed(stream);
    }

    expect(node.destroyed).toBe(true);
    expect(calls).toEqual(['cancelled']);
    expect(generator.next().done).toBe(true);
  });

  it.each<[string, () => Source, string]>([
    ['its source throws', () => failing(new Error('No more.')), 'No more.'],
    [
      'its source throws something that is no error',
      () => failing('a reason'),
      'The source of a streamed body failed with something that is not an Error.',
    ],
    ['a chunk is no text or bytes', () => [7], 'A chunk of a streamed body must be text or bytes, but was a number.'],
    ['a chunk is null', () => [null], 'A chunk of a streamed body must be text or bytes, but was null.'],
    ['its source cannot be opened', () => ({ [Symbol.asyncIterator]: () => thrower('Not open.') }), 'Not open.'],
  ])('fails with an error event when %s', async (_, createSource, message) => {
    await expect(text(toStream(createSource()))).rejects.toThrow(message);
  });

  it('fails with what the end of a generator throws', async () => {
    const stream = toStream(
      (function* () {
        try {
          yield 'x'.repeat(100_000);
        } finally {
          thrower('Could not clean up.');
        }
      })(),
    );
    const failure = new Promise((resolve) => stream.once('error', resolve));
    stream.read(0);
    await nextTurn();

    stream.destroy();

    expect(await failure).toEqual(new Error('Could not clean up.'));
  });
});

type Source = AsyncIterable<unknown> | Iterable<unknown>;

function toStream(source: Source): Readable {
  return new ByteStream(source, toChunk);
}

function* chunks(calls: string[], ...values: string[]) {
  calls.push('start');
  try {
    yield* values;
  } finally {
    calls.push('end');
  }
}

async function* asyncChunks(calls: string[], ...values: string[]) {
  calls.push('start');
  try {
    for (const value of values) yield await Promise.resolve(value);
  } finally {
    calls.push('end');
  }
}

// eslint-disable-next-line require-yield -- it fails before it could
function* failing(reason: unknown): Generator<string> {
  throw reason;
}

function thrower(message: string): never {
  throw new Error(message);
}
