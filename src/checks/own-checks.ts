import { failedCheck } from '../errors/check-problems';
import type { Problem } from '../errors/configuration-error';
import { describeErrors } from '../http/describe-error';
import type { CheckedApplication, CheckedRoute } from '../metadata/checks';
import type { MetadataKey } from '../metadata/metadata-key';
import { readEntryClass } from '../metadata/middleware';
import { describeToken } from '../metadata/token';
import type { ApplicationDefinition, ModuleCheck } from '../modules/application';
import { isMiddleware } from '../modules/entry-problems';
import { ResolvedMatch } from '../routing/match';
import type { RouteDefinition } from '../routing/route-definition';
import { toSummary } from '../routing/route-summary';

/** What the checks of an application's own find. */
export function readOwnProblems(
  { root, checks }: ApplicationDefinition,
  routes: readonly RouteDefinition[],
  settings: object | undefined,
): Problem[] {
  if (checks.length === 0) return [];
  const application = { module: root, routes: routes.map(toChecked), settings };
  return checks.flatMap((each) => runCheck(each, application));
}

function runCheck({ check, module }: ModuleCheck, application: CheckedApplication): readonly Problem[] {
  try {
    return [...check(application)];
  } catch (error) {
    return [
      failedCheck(check.name || 'without a name', describeToken(module), String(describeErrors(error)[0]?.error)),
    ];
  }
}

function toChecked(route: RouteDefinition): CheckedRoute {
  const { mounted, methodChain } = route;
  const summary = toSummary(route);
  const match = new ResolvedMatch(summary, {});
  return {
    ...summary,
    module: mounted.module,
    middleware: [...mounted.chain, ...methodChain].filter(isMiddleware).map(readEntryClass),
    get: <T>(key: MetadataKey<T>) => match.get(key),
  };
}
