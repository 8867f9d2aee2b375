import type { IncomingHttpHeaders } from 'node:http';

import { describeCloseNames } from '../errors/close-names';
import type { RouteMatch } from '../http/route-match';
import { describeToken, type TokenOf } from '../metadata/token';
import type { Recording } from './recordings';

/** What a request was answered with, and what the kernel did for it. */
export interface TestResponse<V extends object = object> {
  readonly status: number;
  /** By name in lower case, as Node has them: `set-cookie` is a list. */
  readonly headers: IncomingHttpHeaders;
  /** The body, read as UTF-8. */
  readonly text: string;
  /** The body as it was sent. */
  readonly bytes: Buffer;
  /** The route: which view class and action answered, and the converted parameters; `undefined` where there is none. */
  readonly match: RouteMatch | undefined;
  /** The hooks and the view's method that were called, in order: `['Users.processView', 'NoteView.show']`. */
  readonly trace: readonly string[];
  /**
   * The hook or method whose answer was sent: `'NoteView.show'`; `undefined` where it was made from an error, or nothing
   * of the application was asked.
   */
  readonly answeredBy: string | undefined;
  /** The URLs that `follow` went to, in order. */
  readonly redirects: readonly string[];
  /** The very instance that answered. Reading it throws where no view was built. */
  readonly view: V;
  /** The body, parsed. The type is taken on trust. */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- shorter than a cast in every test
  json<T = unknown>(): T;
  /** What was injected for a class or token: for this request, or at the start. Throws where it was not. */
  built<T>(token: TokenOf<T>): T;
}

/** What came over the wire. */
export type WireResponse = Pick<TestResponse, 'status' | 'headers' | 'bytes'>;

/** A response of a test kernel. */
export class RecordedResponse<V extends object> implements TestResponse<V> {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly match: RouteMatch | undefined;
  readonly trace: readonly string[];
  readonly answeredBy: string | undefined;
  readonly #bytes: Buffer;
  readonly #view: object | undefined;
  readonly #injected: ReadonlyMap<TokenOf<unknown>, unknown>;

  constructor(
    { status, headers, bytes }: WireResponse,
    { match, trace, answeredBy, view, injected }: Recording,
    singletons: ReadonlyMap<TokenOf<unknown>, unknown>,
    readonly redirects: readonly string[],
  ) {
    this.status = status;
    this.headers = headers;
    this.text = bytes.toString('utf8');
    this.match = match;
    this.trace = [...trace];
    this.answeredBy = answeredBy;
    this.#bytes = bytes;
    this.#view = view;
    this.#injected = new Map([...singletons, ...injected]);
  }

  get bytes(): Buffer {
    return this.#bytes;
  }

  get view(): V {
    if (this.#view) return this.#view as V;
    throw new Error(`No view was built: ${this.answeredBy ?? 'an error'} answered with ${this.status}.`);
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as in the interface
  json<T>(): T {
    try {
      return JSON.parse(this.text) as T;
    } catch (cause) {
      throw new Error(`The body of the ${this.status} is no JSON: ${JSON.stringify(this.text.slice(0, 200))}`, {
        cause,
      });
    }
  }

  built<T>(token: TokenOf<T>): T {
    if (this.#injected.has(token)) return this.#injected.get(token) as T;
    const name = describeToken(token);
    const question = describeCloseNames(name, [...this.#injected.keys()].map(describeToken));
    throw new Error(`Nothing was injected for ${name} in this request.${question && ` ${question}`}`);
  }
}
