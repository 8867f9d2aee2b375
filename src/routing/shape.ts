import type { HttpMethod } from '../metadata/http-method';
import { readRouterSegments } from './path-segments';
import type { Pattern, Segment } from './pattern';
import { RouteTree } from './route-tree';
import type { RouterOptions } from './router-options';

/** What routing needs to know of a route. */
export interface Routable {
  readonly method: HttpMethod;
  readonly pattern: Pattern;
}

/** A URL that Fastify's router knows: patterns that differ only in their parameters share one. */
export interface Shape<Route extends Routable> {
  /** The pattern with its parameters renamed by position: `/notes/:p0/comments/:p1`, `/files/*`. */
  readonly url: string;
  /** All routes, in declaration order, that match some path which the router finds under this shape. */
  readonly candidates: readonly Route[];
  /** Those of exactly this shape: the parameters that the router reads are theirs. */
  readonly own: ReadonlySet<Route>;
}

interface PlacedRoute<Route> {
  readonly route: Route;
  readonly segments: readonly Segment[];
  readonly url: string;
  readonly order: number;
}

/** The shapes of routes, each with all routes that overlap it. Routes are in declaration order. */
export function compileShapes<Route extends Routable>(
  routes: readonly Route[],
  options: RouterOptions = {},
): Shape<Route>[] {
  const placed = routes.map((route, order) => placeRoute(route, order, options));
  const tree = new RouteTree<PlacedRoute<Route>>();
  const segmentsByUrl = new Map<string, readonly Segment[]>();
  for (const each of placed) {
    tree.insert(each.segments, each);
    segmentsByUrl.set(each.url, each.segments);
  }

  return [...segmentsByUrl].map(([url, segments]) => {
    const overlapping = tree.readOverlapping(segments).sort((left, right) => left.order - right.order);
    // Without case a text of the shape is not what the path has, so that nothing can be said about it at boot.
    const candidates =
      options.caseSensitive === false ? overlapping : overlapping.filter((each) => canMatch(each, segments));
    const own = candidates.filter((each) => each.url === url);
    return { url, candidates: candidates.map(readRoute), own: new Set(own.map(readRoute)) };
  });
}

/** The name that the router gives to a parameter: by position, `*` for the rest of the path. */
export function readRouterName({ kind }: Segment, position: number): string {
  return kind === 'rest' ? '*' : `p${String(position)}`;
}

function placeRoute<Route extends Routable>(route: Route, order: number, options: RouterOptions): PlacedRoute<Route> {
  const segments = readRouterSegments(route.pattern, options);
  return { route, order, segments, url: readShapeUrl(segments) };
}

function readShapeUrl(segments: readonly Segment[]): string {
  let position = 0;
  const written = segments.map((segment) => {
    if (segment.kind === 'text') return segment.text;
    const name = readRouterName(segment, position++);
    return segment.kind === 'rest' ? name : `:${name}`;
  });

  return `/${written.join('/')}`;
}

// Where the shape has text, the text is the value of the route's parameter: `new` is never an `<int:id>`.
function canMatch({ segments }: PlacedRoute<unknown>, shape: readonly Segment[]): boolean {
  return segments.every((segment, index) => {
    const other = shape[index];
    if (segment.kind !== 'parameter' || other?.kind !== 'text') return true;
    return other.text !== '' && segment.converter.pattern.test(other.text);
  });
}

function readRoute<Route>({ route }: PlacedRoute<Route>): Route {
  return route;
}
