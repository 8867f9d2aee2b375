import { compileParams, type PathParams, type ReadParams, type RouterParams } from './compile-params';
import { decodeReserved, readPathSegments, readRouterSegments } from './path-segments';
import type { Segment } from './pattern';
import { RouteTree } from './route-tree';
import type { RouterOptions } from './router-options';
import { type Routable, readRouterName } from './shape';

/** The route that a path leads to. */
export interface PathMatch<Route extends Routable> {
  readonly route: Route;
  readonly params: PathParams;
}

/** A route as the matcher keeps it. */
export interface RouteEntry<Route extends Routable> {
  readonly route: Route;
  readonly order: number;
  readonly segments: readonly Segment[];
  readonly readParams: ReadParams;
}

/** Finds routes by the path alone, in the order in which they were given. */
export class PathMatcher<Route extends Routable> {
  readonly #tree = new RouteTree<RouteEntry<Route>>();
  readonly #entries = new Map<Route, RouteEntry<Route>>();

  constructor(
    routes: readonly Route[],
    private readonly options: RouterOptions,
  ) {
    routes.forEach((route, order) => {
      const segments = readRouterSegments(route.pattern, options);
      const entry = { route, order, segments, readParams: compileParams(route.pattern) };
      this.#entries.set(route, entry);
      this.#tree.insert(segments, entry);
    });
  }

  /** What the matcher keeps about routes, in its order. */
  readEntries(routes: readonly Route[]): RouteEntry<Route>[] {
    return routes.flatMap((route) => this.#entries.get(route) ?? []).sort(byOrder);
  }

  /** The first route that matches a raw path; `after` leaves out those that were tried. */
  match(path: string, after = -1): PathMatch<Route> | undefined {
    const segments = readPathSegments(path, this.options);
    for (const entry of this.#readFitting(segments)) {
      const params = entry.order > after ? this.#readParams(entry, segments) : undefined;
      if (params) return { route: entry.route, params };
    }
    return undefined;
  }

  /** All routes that match a raw path. */
  matchAll(path: string): PathMatch<Route>[] {
    const segments = readPathSegments(path, this.options);
    return this.#readFitting(segments).flatMap((entry) => {
      const params = this.#readParams(entry, segments);
      return params ? { route: entry.route, params } : [];
    });
  }

  #readFitting(segments: readonly string[]): RouteEntry<Route>[] {
    const texts = this.options.caseSensitive === false ? segments.map((text) => text.toLowerCase()) : segments;
    return this.#tree.readFitting(texts).sort(byOrder);
  }

  #readParams(entry: RouteEntry<Route>, path: readonly string[]): PathParams | undefined {
    const texts = readTexts(entry.segments, path, this.options.maxParamLength ?? Infinity);
    return texts && entry.readParams(texts);
  }
}

// What the router would give, had it found the shape of this route.
function readTexts(
  segments: readonly Segment[],
  path: readonly string[],
  maxParamLength: number,
): RouterParams | undefined {
  const texts: Record<string, string> = {};
  let position = 0;
  for (const [index, segment] of segments.entries()) {
    if (segment.kind === 'text') continue;
    const isRest = segment.kind === 'rest';
    const text = decodeReserved(isRest ? path.slice(index).join('/') : (path[index] ?? ''));
    if (!isRest && text.length > maxParamLength) return undefined;
    texts[readRouterName(segment, position++)] = text;
  }
  return texts;
}

function byOrder(left: { readonly order: number }, right: { readonly order: number }): number {
  return left.order - right.order;
}
