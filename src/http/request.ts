import type { FastifyRequest } from 'fastify';

import type { RequestScope } from './request-scope';
import type { RouteMatch } from './route-match';

/**
 * The request that views and middleware see: Fastify's, so what plugins add is there, and what Quintet adds.
 *
 * Also an injection token: a view that injects it gets its own request.
 */
// The class is what makes the type a token; the interface of the same name gives it Fastify's members.
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export abstract class HttpRequest {}

/** What the request has: Fastify's members, and Quintet's. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export interface HttpRequest extends FastifyRequest {
  /** The route, once the URL is resolved; `undefined` in `processRequest` of the root module's middleware, and in a 404. */
  readonly match: RouteMatch | undefined;
  /** The objects of this request. */
  readonly scope: RequestScope;
  /** The path of the URL: starts with `/`, without query, not decoded. */
  readonly path: string;
  /**
   * Aborts when the client leaves, when the view's time limit ends, and when the kernel closes: at once for a stream of
   * events, at the time limit of the shutdown for any other request.
   */
  readonly signal: AbortSignal;
}

/** Fastify's request as ours: every server of a kernel adds what `HttpRequest` has more. @internal */
export function toHttpRequest(request: FastifyRequest): HttpRequest {
  // The class exists for its name only: nothing is ever made by its constructor.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
  return request as FastifyRequest & HttpRequest;
}
