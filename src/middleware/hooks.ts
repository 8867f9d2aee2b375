import type { HttpRequest } from '../http/request';
import type { HttpResponse } from '../http/response';
import type { RouteMatch } from '../http/route-match';
import type { Awaitable } from '../metadata/class';

/** What a hook may answer with; nothing (`undefined`, `null`) means "go on". */
// `void`, so that a hook may have no return statement at all.
// eslint-disable-next-line @typescript-eslint/no-invalid-void-type
export type HookAnswer = HttpResponse | null | undefined | void;

/** The four hooks of a middleware, each optional. */
export interface MiddlewareHooks {
  /** Runs before the body is read, for every request, outermost middleware first. An answer ends the way inward. */
  processRequest?(request: HttpRequest): Awaitable<HookAnswer>;
  /** Runs when the route is known, just before the view is built, outermost middleware first. An answer replaces the view's. */
  processView?(request: HttpRequest, match: RouteMatch): Awaitable<HookAnswer>;
  /** Runs when building or calling the view threw, innermost middleware first. The first answer ends the search. */
  processException?(request: HttpRequest, error: unknown): Awaitable<HookAnswer>;
  /** Runs when there is a response, innermost middleware first. Returns that response or another one. */
  processResponse?(request: HttpRequest, response: HttpResponse): Awaitable<HttpResponse>;
}

/** The names of the four hooks, in the order in which a request meets them. */
export const hookNames = ['processRequest', 'processView', 'processException', 'processResponse'] as const;

/** The name of a hook. */
export type HookName = (typeof hookNames)[number];
