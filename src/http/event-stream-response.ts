import type { Answer } from './answer';
import { describeValue } from './describe-value';
import { EventStream } from './event-stream';
import type { Payload } from './payload';
import { HttpResponse, type HttpResponseOptions } from './response';
import type { ServerEvent } from './server-event';

/** How events are sent. */
export interface EventStreamResponseOptions extends HttpResponseOptions {
  /** Milliseconds of silence after which a comment keeps the connection open: 15000 unless told, 0 for none. */
  readonly heartbeat?: number;
}

/**
 * Sends server-sent events (WHATWG HTML, section 9.2): each value as one event with the value's JSON as data, or a
 * `ServerEvent` where name, id or retry time are to be said.
 *
 * The next value is asked for when the client has read the last; when the client leaves, `return` of the iterator is
 * called. The request's objects live until then.
 *
 * @example
 * ```ts
 * return new EventStreamResponse(this.notes.changes(signal));
 * ```
 */
export class EventStreamResponse<T = unknown> extends HttpResponse {
  readonly #heartbeat: number;
  #shaped: { readonly items: unknown; readonly answer: Answer } | undefined;

  constructor(
    items: AsyncIterable<T | ServerEvent<T>>,
    { heartbeat = 15_000, ...options }: EventStreamResponseOptions = {},
  ) {
    super(items, options);
    assertHeartbeat(heartbeat);
    this.#heartbeat = heartbeat;
    // Proxies such as nginx would hold the events back, and caches would keep them.
    if (!this.headers.has('cache-control')) this.headers.set('cache-control', 'no-cache');
    if (!this.headers.has('x-accel-buffering')) this.headers.set('x-accel-buffering', 'no');
  }

  override get body(): AsyncIterable<T | ServerEvent<T>> {
    return super.body as AsyncIterable<T | ServerEvent<T>>;
  }

  override set body(items: AsyncIterable<T | ServerEvent<T>>) {
    super.body = items;
  }

  /** The content type where the headers have none. @internal */
  override get contentType(): string {
    return 'text/event-stream; charset=utf-8';
  }

  /** What is written. @internal */
  override toPayload(): Payload {
    // What a hook put in place of the view's events is sent as it is.
    const answer = this.#shaped?.items === this.body ? this.#shaped.answer : undefined;
    return new EventStream(this.body, this.#heartbeat, answer?.write);
  }

  /** Lets only the fields of a DTO leave in each event. @internal */
  override shapeWith(answer: Answer): void {
    this.#shaped = { items: this.body, answer };
  }
}

// Node's timers take longer waits, and those that are no number, for one millisecond.
const longestWait = 2 ** 31 - 1;

function assertHeartbeat(heartbeat: number): void {
  if (Number.isInteger(heartbeat) && heartbeat >= 0 && heartbeat <= longestWait) return;
  throw new TypeError(
    `EventStreamResponse.heartbeat must be a whole number of milliseconds from 0 to ${String(longestWait)}, but was ${describeValue(heartbeat)}.`,
  );
}
