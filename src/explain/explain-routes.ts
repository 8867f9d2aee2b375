import type { HttpMethod } from '../metadata/http-method';
import { readAllowed } from '../routing/allowed-methods';
import { compileRoutes } from '../routing/compile-routes';
import type { PathParams } from '../routing/compile-params';
import type { RouteDefinition } from '../routing/route-definition';
import { toSummary } from '../routing/route-summary';
import type { RouterOptions } from '../routing/router-options';
import type { Outcome, TriedRoute } from './explanation';
import { readMismatch } from './read-mismatch';

/** The way from a URL to a route. */
export interface ExplainedRouting {
  readonly outcome: Outcome;
  readonly tried: readonly TriedRoute[];
  /** The route that answers, or the first of the view that is asked where the URL lacks the method. */
  readonly route: RouteDefinition | undefined;
  readonly params: PathParams;
  readonly allow: readonly HttpMethod[];
}

/** Finds the route of a path, and why those before it are not it. */
export function explainRoutes(
  routes: readonly RouteDefinition[],
  request: { readonly method: HttpMethod; readonly path: string },
  options: RouterOptions,
): ExplainedRouting {
  const { method, path } = request;
  const nothing = { tried: [], route: undefined, params: {}, allow: [] };
  try {
    const table = compileRoutes(routes, options);
    const found = table.match(method, path);
    const toTried = (route: RouteDefinition): TriedRoute => ({
      ...toSummary(route),
      reason: route === found?.route ? undefined : explainMismatch(route, request, options),
    });
    if (found) {
      const answering = readAnswering(routes, method);
      const tried = answering.slice(0, answering.indexOf(found.route) + 1).map(toTried);
      return { ...nothing, outcome: 'view', tried, ...found };
    }
    const byPath = table.matchPath(path);
    const tried = routes.map(toTried);
    if (!byPath) return { ...nothing, outcome: 'no route', tried };
    const { route, params, routes: matching } = byPath;
    const outcome = method === 'OPTIONS' ? 'automatic OPTIONS' : 'method not allowed';
    return { outcome, tried, route, params, allow: readAllowed(matching) };
  } catch (error) {
    if (error instanceof URIError) return { ...nothing, outcome: 'bad URL' };
    throw error;
  }
}

function explainMismatch(
  route: RouteDefinition,
  { method, path }: { readonly method: string; readonly path: string },
  options: RouterOptions,
): string {
  return readMismatch(route.pattern, path, options) ?? `it answers ${route.method}, not ${method}`;
}

// A view's own HEAD wins over any GET.
function readAnswering(routes: readonly RouteDefinition[], method: HttpMethod): RouteDefinition[] {
  const answering = routes.filter((route) => route.method === method);
  return method === 'HEAD' ? [...answering, ...routes.filter((route) => route.method === 'GET')] : answering;
}
