import type { Answer } from './answer';
import { describeValue } from './describe-value';
import { toJson } from './to-json';

/** The fields of one server-sent event. */
export interface ServerEventFields<T> {
  /** Text is sent as it is, line by line; anything else as JSON. */
  readonly data: T;
  /** The name that the client listens for; `message` unless told. */
  readonly event?: string;
  /** What the client sends as `last-event-id` when it comes back. */
  readonly id?: string;
  /** Milliseconds that the client waits before it comes back. */
  readonly retry?: number;
}

/** One event of an `EventStreamResponse`, where more than its data is to be said (WHATWG HTML, section 9.2). */
export class ServerEvent<T = unknown> {
  readonly data: T;
  readonly event: string | undefined;
  readonly id: string | undefined;
  readonly retry: number | undefined;

  constructor({ data, event, id, retry }: ServerEventFields<T>) {
    assertOneLine('event', event);
    assertOneLine('id', id);
    assertRetry(retry);
    this.data = data;
    this.event = event;
    this.id = id;
    this.retry = retry;
  }
}

/** The text of one event. A value that is no `ServerEvent` is an event of its JSON, written by `write`. */
export function toEventText(value: unknown, write?: Answer['write']): string {
  if (!(value instanceof ServerEvent)) return `data: ${toJson(value, write)}\n\n`;

  const { data, event, id, retry } = value as ServerEvent;
  const lines: string[] = [];
  if (event !== undefined) lines.push(`event: ${event}`);
  if (id !== undefined) lines.push(`id: ${id}`);
  if (retry !== undefined) lines.push(`retry: ${String(retry)}`);
  const text = typeof data === 'string' ? data : toJson(data, write);
  for (const line of text.split(/\r\n|\r|\n/)) lines.push(`data: ${line}`);
  return `${lines.join('\n')}\n\n`;
}

// A line break would start another field, and clients ignore an id with a null character.
function assertOneLine(field: string, text: string | undefined): void {
  if (text === undefined || !/[\r\n\0]/.test(text)) return;
  throw new TypeError(
    `ServerEvent.${field} must have no line break and no null character, but was ${describeValue(text)}.`,
  );
}

function assertRetry(retry: number | undefined): void {
  if (retry === undefined || (Number.isSafeInteger(retry) && retry >= 0)) return;
  throw new TypeError(`ServerEvent.retry must be a whole number of milliseconds, but was ${describeValue(retry)}.`);
}
