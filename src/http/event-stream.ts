import type { Answer } from './answer';
import { ByteStream } from './byte-stream';
import { toEventText } from './server-event';

/** Writes events as `text/event-stream`, and a comment whenever nothing was written for `heartbeat` milliseconds. */
export class EventStream<T> extends ByteStream<T> {
  readonly #heartbeat: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(events: AsyncIterable<T>, heartbeat: number, write?: Answer['write']) {
    super(events, (value) => toEventText(value, write));
    this.#heartbeat = heartbeat;
  }

  override _read(): void {
    if (this.#heartbeat > 0) this.#timer ??= this.#startTimer();
    super._read();
  }

  /** Ends the stream after what was written. What the source gives later is dropped. */
  finish(): void {
    if (this.destroyed || this.readableEnded) return;
    this.dropSource();
    this.push(null);
  }

  override push(chunk: unknown, encoding?: BufferEncoding): boolean {
    if (chunk === null) clearInterval(this.#timer);
    else this.#timer?.refresh();
    return super.push(chunk, encoding);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearInterval(this.#timer);
    super._destroy(error, done);
  }

  #startTimer(): NodeJS.Timeout {
    const timer = setInterval(() => {
      this.#beat();
    }, this.#heartbeat);
    return timer.unref();
  }

  // A client that does not read has no use for more to read.
  #beat(): void {
    if (this.readableLength === 0) this.push(':\n\n');
  }
}
