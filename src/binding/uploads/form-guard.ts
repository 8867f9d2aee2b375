import type { Readable } from 'node:stream';

import { isClosed, whenClosed } from '../../http/closing';
import { readExchange } from '../../http/exchange-of-request';
import { BadRequestError, PayloadTooLargeError } from '../../http/http-errors';
import type { HttpRequest } from '../../http/request';

/**
 * Ends the reading of a form that nobody waits for any more, because the client has left or the time limit has ended, and
 * of one that is larger than it may be.
 */
export class FormGuard {
  /** The file that is being read. It breaks with the form. */
  current: Readable | undefined = undefined;
  readonly #request: HttpRequest;
  readonly #isBroken: Promise<never>;
  #break: (error: Error) => void = () => undefined;
  #length = 0;

  constructor(
    request: HttpRequest,
    private readonly limit: number,
  ) {
    this.#request = request;
    this.#isBroken = new Promise((_resolve, reject) => (this.#break = reject));
    // Whoever waits for a part is told; between two parts nobody does.
    this.#isBroken.catch(() => undefined);
    const reply = readExchange(request)?.reply;
    if (Number(request.headers['content-length']) > limit) throw tooLarge(limit);
    if (!reply || isClosed(reply) || request.raw.destroyed) throw new BadRequestError('The client left.');
    whenClosed(reply, () => {
      this.#fail(new BadRequestError('The form was not received to its end.'));
    });
  }

  /** What comes of the work, or the error that ends the form. Work that has begun to read is counted from then on. */
  async race<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#isBroken]);
  }

  /** Counts what is received from now on. To be called when the reading has begun: it would begin it. */
  count(): void {
    this.#request.raw.on('data', (chunk: Buffer) => {
      this.#length += chunk.length;
      if (this.#length > this.limit) this.#fail(tooLarge(this.limit));
    });
  }

  #fail(error: Error): void {
    this.#request.raw.unpipe();
    this.#break(error);
    this.current?.destroy(error);
  }
}

function tooLarge(limit: number): Error {
  return new PayloadTooLargeError(`The form is larger than ${limit} bytes.`);
}
