import type { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

import type { Chunk } from './byte-stream';
import { type Payload, toByteStream } from './payload';
import { HttpResponse, type HttpResponseOptions } from './response';

/** What text or bytes can be streamed from. */
export type StreamSource = Readable | ReadableStream | AsyncIterable<Chunk> | Iterable<Chunk>;

/**
 * Streams text and bytes while they are made, as fast as the client reads them.
 *
 * The source is not started before the response phase is over. When the client leaves, a stream is destroyed and an
 * iterator's `return` is called, so that `finally` runs in a generator. Sent as `application/octet-stream` unless the
 * headers say otherwise.
 *
 * @example
 * ```ts
 * return new StreamResponse(this.notes.exportLines(), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
 * ```
 */
export class StreamResponse extends HttpResponse {
  // eslint-disable-next-line @typescript-eslint/no-useless-constructor -- it says the type of the body
  constructor(source: StreamSource, options?: HttpResponseOptions) {
    super(source, options);
  }

  override get body(): StreamSource {
    return super.body as StreamSource;
  }

  override set body(source: StreamSource) {
    super.body = source;
  }

  /** The content type where the headers have none. @internal */
  override get contentType(): string {
    return 'application/octet-stream';
  }

  /** What is written. @internal */
  override toPayload(): Payload {
    return toByteStream(this.body);
  }

  /** Nothing of a stream is the field of a DTO. @internal */
  override shapeWith(): void {
    // An iterable would be taken for JSON.
  }
}
