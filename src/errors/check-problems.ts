import { describeCloseNames } from './close-names';
import type { Problem } from './configuration-error';

/** What stops the start is silenced. */
export function silencedError(code: string, module: string): Problem {
  return {
    code: 'Q009',
    problem: `${module} silences ${code}, which is the code of no warning, and only warnings can be silenced.`,
    fix: `Remove '${code}' from \`silence\`; an error must be mended.`,
  };
}

/** A check of the application's own failed itself. */
export function failedCheck(check: string, module: string, reason: string): Problem {
  return {
    code: 'Q010',
    problem: `The check ${check} of ${module} threw: ${reason}`,
    fix: 'Mend the check: it returns a list of problems, and gets routes that may be faulty.',
  };
}

/** A middleware that stands on the wrong side of another one. */
export interface OrderFault {
  readonly side: 'after' | 'before';
  readonly name: string;
  /** `the middleware of AppModule`. */
  readonly place: string;
  /** The class that `after` or `before` names, which the other one may extend. */
  readonly named: string;
  readonly other: string;
  readonly otherPlace: string;
  /** `GET /notes`. */
  readonly where: string;
}

/** Two middleware of a chain stand in the wrong order. */
export function misplacedMiddleware({ side, name, place, named, other, otherPlace, where }: OrderFault): Problem {
  const [stands, goal] = side === 'after' ? ['before', 'below'] : ['behind', 'above'];
  return {
    code: 'Q503',
    problem: `In ${where}, ${name} (${place}) stands ${stands} ${other} (${otherPlace}), but has @Middleware({ ${side}: [${named}] }).`,
    fix:
      place === otherPlace
        ? `In ${place}, move ${name} ${goal} ${other}.`
        : `Move ${name} from ${place} to ${otherPlace}, ${goal} ${other}.`,
  };
}

/** A warning: a view that is loaded never answers. */
export function strayView(view: string): Problem {
  return {
    severity: 'warning',
    code: 'Q606',
    problem: `${view} has @Route, but no module that is loaded lists it, so it never answers.`,
    fix: `Add ${view} to the routes of a module, or remove its @Route.`,
  };
}

/** A redirect leads to a name that no route has. */
export function unknownRedirectRoute(
  { name, view, pattern, module }: { name: string; view: string; pattern: string; module: string },
  known: readonly string[],
): Problem {
  const question = describeCloseNames(name, known);
  return {
    code: 'Q007',
    problem: `${view} at ${pattern} (${module}) redirects to the route "${name}", which does not exist.${question && ` ${question}`}`,
    fix: 'Correct routeName, or give a route this name: path(pattern, View, { name }). The names of includes come before it: "api:note".',
  };
}
