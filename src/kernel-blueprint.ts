import { readAnswerProblems } from './binding/answers/answer-problems';
import { type BoundMethod, readArgumentProblems } from './binding/argument-problems';
import { readOrderProblems } from './checks/middleware-order';
import { readRedirectProblems } from './checks/redirect-targets';
import type { Problem } from './errors/configuration-error';
import type { Class } from './metadata/class';
import type { MiddlewareEntry } from './metadata/middleware';
import { describeToken } from './metadata/token';
import type { ApplicationDefinition } from './modules/application';
import { isMiddleware, readMiddlewareProblems } from './modules/entry-problems';
import { readApplication } from './modules/read-application';
import { readConverterProblems } from './routing/converter-problems';
import { joinPatterns, readParameters } from './routing/pattern';
import { createUrls, readNameProblems } from './routing/reverse';
import {
  readRouteDefinitions,
  removeRepeated,
  type RouteDefinition,
  type UnmatchedRoute,
} from './routing/route-definition';
import { readUnreachable } from './routing/unreachable-routes';
import type { Urls } from './routing/urls';

/** What is known of an application before anything is built. */
export interface Blueprint {
  readonly application: ApplicationDefinition;
  readonly routes: readonly RouteDefinition[];
  /** Routes whose pattern is faulty: their views are proved all the same. */
  readonly unmatched: readonly UnmatchedRoute[];
  /** Every line of every chain, once. */
  readonly middleware: readonly MiddlewareEntry[];
  readonly urls: Urls;
  readonly problems: readonly Problem[];
}

/** Reads the modules from the root down, and all that is wrong with them. */
export function readBlueprint(root: Class): Blueprint {
  const application = readApplication(root);
  const { routes, unmatched, problems } = readRouteDefinitions(application.views);
  const all = [...routes, ...unmatched];
  const chains = all.flatMap(({ mounted, methodChain }) => [...mounted.chain, ...methodChain]);

  return {
    application,
    routes,
    unmatched,
    middleware: [...new Set([...application.rootChain, ...chains])].filter(isMiddleware),
    urls: createUrls(toReversible(routes)),
    problems: [
      ...application.problems,
      ...[...application.converters].flatMap(([module, each]) => readConverterProblems(each, describeToken(module))),
      ...problems,
      ...removeRepeated(all.flatMap((route) => readArgumentProblems(toBound(route)))),
      ...removeRepeated(all.flatMap(({ view, action }) => readAnswerProblems(view, action))),
      ...readNameProblems(routes),
      ...readUsedProblems(all),
      ...readOrderProblems(root, routes),
      ...readRedirectProblems(
        application,
        all.map(({ name }) => name),
      ),
      ...readUnreachable(routes),
    ],
  };
}

function toBound(route: RouteDefinition | UnmatchedRoute): BoundMethod {
  const { place, parameters } = route;
  // What a path parameter is converted by is known only where the pattern is.
  if (!('pattern' in route)) {
    return { place, parameters: parameters.filter(({ source }) => source !== 'param'), converters: new Map() };
  }
  const converters = readParameters(route.pattern).map(({ name, converter }) => [name, converter.name] as const);
  return { place, parameters, converters: new Map(converters) };
}

// The lines of modules have been proved with their modules.
function readUsedProblems(routes: readonly UnmatchedRoute[]): Problem[] {
  const used = new Map<MiddlewareEntry, string>();
  for (const { mounted, methodChain, place, view } of routes) {
    for (const entry of mounted.ownChain) used.set(entry, `@UseMiddleware of ${describeToken(view)}`);
    for (const entry of methodChain) used.set(entry, `@UseMiddleware of ${place}`);
  }
  return [...used].flatMap(([entry, place]) => readMiddlewareProblems(entry, place));
}

// The pattern of the view itself comes before those of its methods: it is what the view is reversed to.
function toReversible(routes: readonly RouteDefinition[]): RouteDefinition[] {
  const isOfView = ({ pattern, mounted }: RouteDefinition) => pattern.text === joinPatterns(...mounted.patterns);
  return [...routes.filter(isOfView), ...routes.filter((route) => !isOfView(route))];
}
