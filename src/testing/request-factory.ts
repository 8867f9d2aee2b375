import { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

import { Exchange } from '../http/exchange';
import { attachExchange } from '../http/exchange-of-request';
import { OpenWork } from '../http/open-work';
import type { HttpRequest } from '../http/request';
import type { AbstractClass } from '../metadata/class';
import type { HttpMethod } from '../metadata/http-method';
import type { UrlParams } from '../routing/urls';
import { ResolvedMatch } from '../routing/match';
import { createSocketPair } from './memory-socket';
import { readRequestParts } from './request-class';
import { encodeCookies, readBody, readCookieHeader, readHeaders, readTarget } from './test-request';
import type { TestRequestOptions } from './test-request';
import { TestScope, type TestValue } from './test-scope';

/** The route that a made request was resolved to. */
export interface MadeMatch {
  readonly view: AbstractClass;
  /** The name of the view's method. */
  readonly action?: string;
  /** The path of the URL unless told. */
  readonly pattern?: string;
  readonly name?: string;
}

/** What a made request has. */
export interface MadeRequestOptions extends Omit<TestRequestOptions, 'body'> {
  /** The body as it was parsed: it is passed on as it is. */
  readonly body?: unknown;
  /** The path parameters, converted. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** Without it `request.match` is `undefined`, as it is before the URL is resolved. */
  readonly match?: MadeMatch;
  /** What `request.scope` has: fakes, and what `provide(token, { useValue })` returns. */
  readonly with?: readonly TestValue[];
  /** Replaces the signal, which never aborts by itself. */
  readonly signal?: AbortSignal;
}

/** Makes a request of one method. */
export type MakeRequest = (url: string, options?: MadeRequestOptions) => HttpRequest;

/** Makes requests of every method. */
export type RequestFactory = Readonly<Record<Lowercase<HttpMethod>, MakeRequest>>;

/**
 * Makes requests without running anything, to call a hook or a view directly. They are Fastify's, with what Quintet adds.
 *
 * @example
 * ```ts
 * const request = requestFactory.get('/notes/1', { headers: { 'x-user': 'Ada' } });
 * new Users().processRequest(request);
 * expect(request.scope.get(USER)).toBe('Ada');
 * ```
 */
export const requestFactory: RequestFactory = {
  get: createMaker('GET'),
  post: createMaker('POST'),
  put: createMaker('PUT'),
  patch: createMaker('PATCH'),
  delete: createMaker('DELETE'),
  head: createMaker('HEAD'),
  options: createMaker('OPTIONS'),
};

function createMaker(method: HttpMethod): MakeRequest {
  return (url, options = {}) => {
    const raw = createMessage(method, url, options);
    const request = readRequestParts().create(raw, options.params ?? {});
    request.body = options.body;

    const match = options.match && toMatch(options.match, request, options.params ?? {});
    const reply = { raw: new ServerResponse(raw), request };
    // As much of a reply as an exchange looks at.
    const createScope = () => new TestScope(request, options.with ?? []);
    const exchange = new Exchange(request, reply as never, match, {
      createScope,
      work: new OpenWork(),
      context: undefined,
      isAlone: false,
    });
    exchange.match = match;
    attachExchange(exchange);
    if (options.signal) Object.defineProperty(request, 'signal', { value: options.signal });
    return request;
  };
}

function createMessage(method: HttpMethod, url: string, options: MadeRequestOptions): IncomingMessage {
  const [, accepted] = createSocketPair();
  const raw = new IncomingMessage(toSocket(accepted));
  const headers = readHeaders(
    { host: 'localhost' },
    readContentType(options.body),
    readCookieHeader(encodeCookies(options.cookies)),
    options.headers ?? {},
  );
  return Object.assign(raw, { method, url: readTarget(url, options.query), headers, httpVersion: '1.1' });
}

// What a client would have sent it with.
function readContentType(body: unknown) {
  const sent = readBody(body);
  return sent && 'type' in sent && sent.type !== undefined ? { 'content-type': sent.type } : {};
}

function toMatch({ view, action, pattern, name }: MadeMatch, { path }: HttpRequest, params: object): ResolvedMatch {
  return new ResolvedMatch({ view, action, pattern: pattern ?? path, name }, params as UrlParams);
}

function toSocket(end: Duplex): Socket {
  // It has as much of a socket as is asked for.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
  return end as Socket;
}
