import { Readable } from 'node:stream';
import { types } from 'node:util';

import { describeKind } from './describe-value';

/** What the chunks of a body are. Text is sent as UTF-8. */
export type Chunk = string | Uint8Array;

/**
 * Reads an iterable as a stream of bytes, one value at a time and only as fast as the stream is read.
 *
 * The iterable is not started before the first read. Destroying the stream calls the iterator's `return`, and the
 * stream closes once that has settled. Whatever goes wrong is an `error` event.
 */
export class ByteStream<T> extends Readable {
  readonly #source: AsyncIterable<T> | Iterable<T>;
  readonly #encode: (value: T) => Chunk;
  #iterator: AsyncIterator<T> | Iterator<T> | undefined;
  #isPulling = false;
  #isFinished = false;
  #isDropped = false;
  #within = <R>(work: () => R): R => work();

  constructor(source: AsyncIterable<T> | Iterable<T>, encode: (value: T) => Chunk) {
    super();
    this.#source = source;
    this.#encode = encode;
  }

  /** Says how the source is asked: as part of a request. */
  readWithin(within: <R>(work: () => R) => R): void {
    this.#within = within;
  }

  override _read(): void {
    if (this.#isPulling) return;
    this.#isPulling = true;
    this.#within(() => this.#pull()).catch((error: unknown) => {
      if (!this.#isDropped) this.destroy(toError(error));
    });
  }

  /** Takes no more of the source, neither values nor errors. */
  protected dropSource(): void {
    this.#isDropped = true;
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#within(() => this.#leave()).then(
      () => {
        done(error);
      },
      (failure: unknown) => {
        done(error ?? toError(failure));
      },
    );
  }

  async #pull(): Promise<void> {
    const result = await this.#next();
    this.#isPulling = false;
    if (this.destroyed || this.#isDropped) return;
    this.push(result.done === true ? null : this.#encode(result.value));
  }

  async #next(): Promise<IteratorResult<T>> {
    try {
      this.#iterator ??= openIterator(this.#source);
      const result = await this.#iterator.next();
      this.#isFinished = result.done === true;
      return result;
    } catch (error) {
      this.#isFinished = true;
      throw error;
    }
  }

  async #leave(): Promise<void> {
    if (this.#isFinished) return;
    if (this.#iterator) await this.#iterator.return?.();
    else await releaseUnread(this.#source);
  }
}

/** A chunk of a body as it is. Throws for what is neither text nor bytes. */
export function toChunk(value: unknown): Chunk {
  if (typeof value === 'string') return value;
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  throw new TypeError(`A chunk of a streamed body must be text or bytes, but was ${describeKind(value)}.`);
}

function openIterator<T>(source: AsyncIterable<T> | Iterable<T>): AsyncIterator<T> | Iterator<T> {
  return Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
}

// What was never read may hold a file, a connection or a listener all the same: a Node stream is destroyed, a web
// stream cancelled, a generator closed. Anything else has not begun.
async function releaseUnread(source: object): Promise<void> {
  const { destroy, cancel, return: close } = source as Partial<Record<string, unknown>>;
  const release = [destroy, cancel, close].find((each) => typeof each === 'function');
  await (release as (() => unknown) | undefined)?.call(source);
}

function toError(error: unknown): Error {
  if (types.isNativeError(error)) return error;
  return new Error('The source of a streamed body failed with something that is not an Error.', { cause: error });
}
