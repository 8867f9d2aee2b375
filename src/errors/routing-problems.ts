import type { Problem } from './configuration-error';

/** A route as a message names it. */
export interface RoutePlace {
  readonly method: string;
  readonly pattern: string;
  readonly place: string;
}

/** A warning: an earlier route matches every URL that this one matches. */
export function unreachableRoute(route: RoutePlace, earlier: RoutePlace): Problem {
  return {
    severity: 'warning',
    code: 'Q005',
    problem: `${describeRoute(route)} never answers: ${describeRoute(earlier)} is declared earlier and matches the same URLs.`,
    fix: `Declare ${route.place} before ${earlier.place}.`,
  };
}

/** A warning: two routes match exactly the same URLs, so no order helps. */
export function repeatedRoute(route: RoutePlace, earlier: RoutePlace): Problem {
  return {
    ...unreachableRoute(route, earlier),
    fix: 'Remove one of them, or change its pattern or method.',
  };
}

/** Only one of two routes could be reversed by their name. */
export function duplicateRouteName(name: string, first: string, second: string): Problem {
  return {
    code: 'Q006',
    problem: `The name "${name}" stands for both ${first} and ${second}.`,
    fix: 'Rename one of them, or give an include that leads to one of them a name: include(prefix, Module, { name }).',
  };
}

function describeRoute({ method, pattern, place }: RoutePlace): string {
  return `${place} (${method} ${pattern})`;
}
