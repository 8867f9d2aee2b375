import type { Problem } from '../errors/configuration-error';
import { repeatedRoute, type RoutePlace, unreachableRoute } from '../errors/routing-problems';
import type { HttpMethod } from '../metadata/http-method';
import { coversSegments } from './covers-segments';
import { readRouterSegments } from './path-segments';
import type { Segment } from './pattern';
import { RouteTree } from './route-tree';
import type { RouterOptions } from './router-options';
import type { Routable } from './shape';

/** A route, and the view method that answers it, such as `NoteView.show`. */
export interface PlacedRoutable extends Routable {
  readonly place: string;
}

interface EarlierRoute {
  readonly route: PlacedRoutable;
  readonly segments: readonly Segment[];
}

/** Warns of each route that one earlier route of the same method covers, segment by segment. */
export function readUnreachable(routes: readonly PlacedRoutable[], options: RouterOptions = {}): Problem[] {
  const earlierRoutes = new Map<HttpMethod, RouteTree<EarlierRoute>>();

  return routes.flatMap((route) => {
    const segments = readRouterSegments(route.pattern, options);
    const tree = earlierRoutes.get(route.method) ?? new RouteTree<EarlierRoute>();
    earlierRoutes.set(route.method, tree);

    const earlier = tree.readCovering(segments).find((each) => coversSegments(each.segments, segments));
    // What a covered route covers is covered by the same earlier route: it need not be remembered.
    if (!earlier) tree.insert(segments, { route, segments });
    return earlier ? describeUnreachable({ route, segments }, earlier) : [];
  });
}

function describeUnreachable(later: EarlierRoute, earlier: EarlierRoute): Problem {
  const toProblem = coversSegments(later.segments, earlier.segments) ? repeatedRoute : unreachableRoute;
  return toProblem(toPlace(later.route), toPlace(earlier.route));
}

function toPlace({ method, pattern, place }: PlacedRoutable): RoutePlace {
  return { method, pattern: pattern.text, place };
}
