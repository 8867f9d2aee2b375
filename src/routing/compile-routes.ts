import { type HttpMethod, httpMethods } from '../metadata/http-method';
import { noParams, type RouterParams } from './compile-params';
import { type PathMatch, PathMatcher, type RouteEntry } from './path-matcher';
import type { RouterOptions } from './router-options';
import { compileShapes, type Routable, type Shape } from './shape';

/** Finds the first route, in declaration order, that answers a request which the router found under a shape. */
export type MatchShape<Route extends Routable> = (
  method: HttpMethod,
  params: RouterParams,
  target: Target,
) => PathMatch<Route> | undefined;

/** What is asked for. The path is raw, without query, and read only where the router's answer is not enough. */
export interface Target {
  readonly path: string;
}

/** A shape and how its requests find their route. */
export interface MatchedShape<Route extends Routable> extends Shape<Route> {
  readonly match: MatchShape<Route>;
}

/** The first route of a path, whatever its method, and all others that match the path. */
export interface MethodlessMatch<Route extends Routable> extends PathMatch<Route> {
  readonly routes: readonly Route[];
}

/** All routes, ready for requests. */
export interface RouteTable<Route extends Routable> {
  /** What to register in Fastify, each for all methods. */
  readonly shapes: readonly MatchedShape<Route>[];
  /** The same answer as the shape's `match`, without the router. For `explain`. */
  readonly match: (method: HttpMethod, path: string) => PathMatch<Route> | undefined;
  /** What answers where no method matches: a 405, or an automatic OPTIONS. */
  readonly matchPath: (path: string) => MethodlessMatch<Route> | undefined;
}

type MatchParams<Route extends Routable> = (params: RouterParams, target: Target) => PathMatch<Route> | undefined;

/** Decides at boot how requests find their routes, which are in declaration order. Paths are raw, without query. */
export function compileRoutes<Route extends Routable>(
  routes: readonly Route[],
  options: RouterOptions = {},
): RouteTable<Route> {
  const matchers = mapMethods((method) => new PathMatcher(readAnswering(routes, method), options));
  const anyMethod = new PathMatcher(routes, options);

  return {
    shapes: compileShapes(routes, options).map((shape) => ({ ...shape, match: compileShape(shape, matchers) })),
    match: (method, path) => matchers[method].match(path),
    matchPath: (path) => {
      const matches = anyMethod.matchAll(path);
      return matches[0] && { ...matches[0], routes: matches.map(({ route }) => route) };
    },
  };
}

function compileShape<Route extends Routable>(
  shape: Shape<Route>,
  matchers: Record<HttpMethod, PathMatcher<Route>>,
): MatchShape<Route> {
  const methods = mapMethods((method) => compileMethod(shape, method, matchers[method]));
  return (method, params, target) => methods[method](params, target);
}

// Routes of the shape are tried with what the router has read, up to the first that is not of the shape. The path is
// split only when none of them matched.
function compileMethod<Route extends Routable>(
  { candidates, own }: Shape<Route>,
  method: HttpMethod,
  matcher: PathMatcher<Route>,
): MatchParams<Route> {
  const entries = matcher.readEntries(readAnswering(candidates, method));
  const firstForeign = entries.findIndex(({ route }) => !own.has(route));
  const direct = firstForeign === -1 ? entries : entries.slice(0, firstForeign);
  const last = direct.at(-1);
  const matchDirect = compileDirect(direct);
  if (firstForeign === -1) return matchDirect;
  if (!last) return (_, { path }) => matcher.match(path);

  return (params, target) => matchDirect(params, target) ?? matcher.match(target.path, last.order);
}

function compileDirect<Route extends Routable>(entries: readonly RouteEntry<Route>[]): MatchParams<Route> {
  const [first, second] = entries;
  if (!first) return () => undefined;
  const { route, segments, readParams } = first;
  if (segments.every(({ kind }) => kind === 'text')) {
    const match = Object.freeze({ route, params: noParams });
    return () => match;
  }
  if (second) return (params) => matchFirst(entries, params);

  return (params) => {
    const converted = readParams(params);
    return converted && { route, params: converted };
  };
}

function matchFirst<Route extends Routable>(
  entries: readonly RouteEntry<Route>[],
  params: RouterParams,
): PathMatch<Route> | undefined {
  for (const { route, readParams } of entries) {
    const converted = readParams(params);
    if (converted) return { route, params: converted };
  }
  return undefined;
}

// A view's own HEAD wins over any GET.
function readAnswering<Route extends Routable>(routes: readonly Route[], method: HttpMethod): Route[] {
  const answering = routes.filter((route) => route.method === method);
  return method === 'HEAD' ? [...answering, ...routes.filter((route) => route.method === 'GET')] : answering;
}

function mapMethods<Value>(toValue: (method: HttpMethod) => Value): Record<HttpMethod, Value> {
  return Object.fromEntries(httpMethods.map((method) => [method, toValue(method)])) as Record<HttpMethod, Value>;
}
