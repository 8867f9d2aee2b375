import { unknownRedirectRoute } from '../errors/check-problems';
import type { Problem } from '../errors/configuration-error';
import { readLineage } from '../metadata/class';
import { describeToken } from '../metadata/token';
import type { ApplicationDefinition } from '../modules/application';
import { joinPatterns } from '../routing/pattern';
import { RedirectView } from '../views/redirect-view';

/** The redirects whose `init` names a route that is not among those with a name. */
export function readRedirectProblems(
  { views, hasAllRoutes }: ApplicationDefinition,
  names: readonly (string | undefined)[],
): Problem[] {
  // What is not known may have the name.
  if (!hasAllRoutes) return [];
  const known = names.filter((name) => name !== undefined);
  return views.flatMap(({ view, init, patterns, module }) => {
    const name = init['routeName'];
    if (typeof name !== 'string' || known.includes(name) || !readLineage(view).includes(RedirectView)) return [];
    const place = { view: describeToken(view), pattern: joinPatterns(...patterns), module: describeToken(module) };
    return [unknownRedirectRoute({ ...place, name }, known)];
  });
}
