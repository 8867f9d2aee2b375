import type { Answer } from './answer';
import { assertStatus } from './assert-status';
import { type CookieOptions, type DeleteCookieOptions, toExpiredCookie, toSetCookie } from './cookies';
import { type HeaderRecord, HttpHeaders } from './headers';
import { isJsonBody, isNodeStream, type Payload, readBodyKind } from './payload';
import type { HttpRequest } from './request';
import { toJson } from './to-json';

/** What every response can be made with. */
export interface HttpResponseOptions {
  /** Unless told that of the view's method, `@Post({ status: 201 })`, which is 200 unless told. */
  readonly status?: number;
  readonly headers?: HeaderRecord;
}

/**
 * What a view or a middleware answers with.
 *
 * Text is sent as `text/plain`, bytes and streams as `application/octet-stream`, nothing as no body, and anything else
 * as JSON; a `content-type` header replaces this default.
 *
 * @example
 * ```ts
 * return new HttpResponse('Created.', { status: 201, headers: { location: '/notes/1' } });
 * ```
 */
export class HttpResponse<Body = unknown> {
  #error: unknown;
  #body: Body;
  // What is still to be done to the body of a view.
  #answer: Answer | undefined;
  #status: number | undefined;
  #headers: HttpHeaders | undefined;

  constructor(body?: Body, options?: HttpResponseOptions) {
    if (isNodeStream(body)) body.on('error', ignore);
    this.#body = body as Body;
    if (options?.status !== undefined) this.status = options.status;
    if (options?.headers) {
      for (const [name, value] of Object.entries(options.headers)) this.headers.set(name, value);
    }
  }

  /** The error that the response was made from, if it was. */
  get error(): unknown {
    return this.#error;
  }

  /** Records the error that the response was made from. @internal */
  setError(error: unknown): void {
    this.#error = error;
  }

  /** What is sent; it may be replaced until the response is sent. */
  get body(): Body {
    // Only a hook that looks at it needs the object; the sender writes the text at once.
    if (this.#answer) this.body = this.#answer.shape(this.#body) as Body;
    return this.#body;
  }

  set body(body: Body) {
    // A stream may fail while hooks still run; without a listener that would end the process. The sender sees it later.
    if (isNodeStream(body)) body.on('error', ignore);
    this.#body = body;
    this.#answer = undefined;
  }

  /** The body as it was given, whatever of it leaves. @internal */
  get rawBody(): unknown {
    return this.#body;
  }

  /** The status code, from 200 to 599. Any other is refused where it is set. */
  get status(): number {
    return this.#status ?? 200;
  }

  set status(status: number) {
    assertStatus('HttpResponse.status', status, 200);
    this.#status = status;
  }

  /** Gives a status to a response that was told none. @internal */
  setDefaultStatus(status: number): void {
    this.#status ??= status;
  }

  /** The headers, to read and to change. */
  get headers(): HttpHeaders {
    return (this.#headers ??= new HttpHeaders());
  }

  /**
   * Sets a cookie. Unless told otherwise it is sent to every path, hidden from scripts, and left out of requests that
   * other sites start.
   */
  setCookie(name: string, value: string, options?: CookieOptions): void {
    this.headers.append('set-cookie', toSetCookie(name, value, options));
  }

  /** Makes the browser forget a cookie. Give the path and domain it was set with. */
  deleteCookie(name: string, options?: DeleteCookieOptions): void {
    this.headers.append('set-cookie', toExpiredCookie(name, options));
  }

  /** The headers, if they were ever asked for: the sender skips what is not there. @internal */
  get existingHeaders(): HttpHeaders | undefined {
    return this.#headers;
  }

  /** The content type where the headers have none. @internal */
  get contentType(): string | undefined {
    return readBodyKind(this.#body).contentType;
  }

  /** What is written. Called before status and headers are, since it may still change them. @internal */
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- the subclasses that need the request override it
  toPayload(request: HttpRequest): Payload | PromiseLike<Payload> {
    return this.#answer ? this.toJsonText() : readBodyKind(this.body).toPayload(this.body);
  }

  /** Lets only the fields of a DTO leave, where the body is sent as JSON. @internal */
  shapeWith(answer: Answer): void {
    if (isJsonBody(this.#body)) this.setAnswer(answer);
  }

  /** Lets only the fields of a DTO leave. @internal */
  protected setAnswer(answer: Answer): void {
    this.#answer = answer;
  }

  /** The body as JSON. @internal */
  protected toJsonText(): string {
    return this.#answer ? toJson(this.#body, this.#answer.write) : toJson(this.body);
  }
}

function ignore(): void {
  // Nothing to do yet: see `body`.
}
