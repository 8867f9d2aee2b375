import { STATUS_CODES } from 'node:http';

import { assertStatus } from './assert-status';
import { type HeaderRecord, HttpHeaders } from './headers';

/** What an error answer says besides its status and detail. */
export interface HttpErrorOptions extends ErrorOptions {
  /** A URI that names the kind of problem (RFC 9457, section 3.1.1). `about:blank` unless told. */
  readonly type?: string;
  /** What kind of problem it is; the status's own phrase unless told. */
  readonly title?: string;
  /** Headers of the answer. */
  readonly headers?: HeaderRecord;
  /** Further members of the problem (RFC 9457, section 3.2). They cannot replace its standard members. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

// Registered, so that errors of another copy of the package, or of another realm, are known too.
const brand = Symbol.for('quintet.HttpError');

const nothing: Readonly<Record<string, never>> = Object.freeze({});

/**
 * An answer of 400 and up that a view or a middleware chose on purpose. What it says is sent to the client.
 *
 * Any other error that is thrown while a request is served becomes a 500 that says nothing. An error below 500 is part
 * of normal work, so it has no stack, which would cost more than the answer.
 *
 * @example
 * ```ts
 * throw new HttpError(402, 'The trial has ended.', { extensions: { plan: 'trial' } });
 * ```
 */
export class HttpError extends Error {
  readonly status: number;
  /** What went wrong this time, for the client. */
  readonly detail: string | undefined;
  readonly type: string;
  readonly title: string;
  readonly headers: HeaderRecord;
  readonly extensions: Readonly<Record<string, unknown>>;

  /**
   * The detail is sent to the client, so it must not say what the client may not know.
   *
   * @throws TypeError when the status is not from 400 to 599, or a header cannot be sent.
   */
  constructor(status: number, detail?: string, options?: HttpErrorOptions) {
    assertStatus('HttpError.status', status, 400);
    const { title = readPhrase(status), type, headers, extensions } = options ?? nothing;
    const limit = Error.stackTraceLimit;
    if (status < 500) Error.stackTraceLimit = 0;
    try {
      super(detail ?? title, options);
    } finally {
      Error.stackTraceLimit = limit;
    }
    this.status = status;
    this.detail = detail;
    this.type = type ?? 'about:blank';
    this.title = title;
    this.headers = headers ?? nothing;
    this.extensions = extensions ?? nothing;
    assertHeaders(this.headers);
  }
}

function readPhrase(status: number): string {
  return STATUS_CODES[status] ?? (status < 500 ? 'Client Error' : 'Server Error');
}

/** Makes an error without a stack, which would cost more than the answer: where another error's tells more. */
export function withoutStack<E extends Error>(make: () => E): E {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

// Not in the class, where TypeScript would keep subclasses from declaring a name of their own.
Object.defineProperties(HttpError.prototype, {
  [brand]: { value: true },
  name: {
    configurable: true,
    get(this: HttpError): string {
      return this.constructor.name;
    },
    set(this: HttpError, value: string): void {
      Object.defineProperty(this, 'name', { value, writable: true, configurable: true });
    },
  },
});

/** Tells whether it is an `HttpError`, also one of another copy of this package. Never throws. */
export function isHttpError(value: unknown): value is HttpError {
  try {
    return typeof value === 'object' && value !== null && brand in value;
  } catch {
    return false;
  }
}

function assertHeaders(headers: HeaderRecord): void {
  if (headers === nothing) return;
  const checked = new HttpHeaders();
  for (const [name, value] of Object.entries(headers)) checked.set(name, value);
}
