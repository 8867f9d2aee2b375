import type { Problem } from '../errors/configuration-error';
import { viewWithoutMethods } from '../errors/module-problems';
import { invalidStatus, invalidTimeout } from '../errors/view-problems';
import type { Class } from '../metadata/class';
import { type MiddlewareEntry, readUsedMiddleware } from '../metadata/middleware';
import { type DeclaredParameter, readParameterMetadata } from '../metadata/parameters';
import { describeToken } from '../metadata/token';
import { type MethodMetadata, readMethods } from '../metadata/views';
import type { MountedView } from '../modules/application';
import { builtInConverters } from './converters';
import { readParameterProblems } from './parameter-problems';
import { parsePattern } from './parse-pattern';
import { joinPatterns } from './pattern';
import type { Routable } from './shape';

/** A route: an HTTP method, a pattern, and the view method that answers. All that is known of it after boot. */
export interface RouteDefinition extends Routable {
  readonly view: Class;
  /** The name of the view method. */
  readonly action: string;
  /** With the names of the includes: `api:note`. */
  readonly name: string | undefined;
  /** `NoteView.show`, for messages. */
  readonly place: string;
  readonly status: number;
  /** Milliseconds; `undefined` is the application's. */
  readonly timeout: number | undefined;
  readonly parameters: readonly DeclaredParameter[];
  /** The middleware of the method alone. */
  readonly methodChain: readonly MiddlewareEntry[];
  readonly mounted: MountedView;
  readonly owner: unknown;
}

/** A route whose pattern could not be read. */
export type UnmatchedRoute = Omit<RouteDefinition, 'pattern'>;

/** The routes of an application, in order, or what is wrong with them. */
export interface RoutesReading {
  readonly routes: readonly RouteDefinition[];
  readonly unmatched: readonly UnmatchedRoute[];
  readonly problems: readonly Problem[];
}

/** Reads the routes of mounted views, in order of declaration. */
export function readRouteDefinitions(views: readonly MountedView[]): RoutesReading {
  const routes: RouteDefinition[] = [];
  const unmatched: UnmatchedRoute[] = [];
  const problems: Problem[] = [];
  for (const mounted of views) {
    const methods = readAnswering(mounted);
    if (methods.length === 0) problems.push(viewWithoutMethods(describeToken(mounted.view)));
    for (const method of methods) {
      const read = readRoute(mounted, method);
      problems.push(...read.problems);
      if (read.pattern) routes.push({ ...read.route, pattern: read.pattern });
      else unmatched.push(read.route);
    }
  }
  return { routes, unmatched, problems: removeRepeated(problems) };
}

function readRoute(mounted: MountedView, method: MethodMetadata) {
  const { view } = mounted;
  const place = `${describeToken(view)}.${method.action}`;
  const converters = new Map([...builtInConverters, ...mounted.converters.map((each) => [each.name, each] as const)]);
  const parsed = parsePattern(joinPatterns(...mounted.patterns, method.subpath), converters, place);
  const { pattern } = parsed;
  const parameters = readParameterMetadata(view, method.action);
  const route: UnmatchedRoute = {
    method: method.httpMethod,
    view,
    action: method.action,
    name: method.options.name === undefined ? mounted.name : mounted.namePrefix + method.options.name,
    place,
    status: method.options.status ?? 200,
    timeout: method.options.timeout,
    parameters,
    methodChain: readUsedMiddleware(view, method.action),
    mounted,
    owner: mounted.owner,
  };
  return {
    ...{ route, pattern },
    problems: [
      ...parsed.problems.filter(({ code }) => mounted.hasAllConverters || code !== unknownConverterCode),
      ...readParameterProblems({ ...route, pattern }),
      ...findOptionProblems(route),
    ],
  };
}

// It may be among those that could not be read.
const unknownConverterCode = 'Q102';

// setTimeout fires at once beyond it.
const longestDelay = 2_147_483_647;

function findOptionProblems({ place, status, timeout = 0 }: UnmatchedRoute): Problem[] {
  return [
    ...(isWholeWithin(status, 200, 599) ? [] : [invalidStatus(place, status)]),
    ...(isWholeWithin(timeout, 0, longestDelay) ? [] : [invalidTimeout(place, timeout)]),
  ];
}

function isWholeWithin(value: number, least: number, greatest: number): boolean {
  return Number.isInteger(value) && value >= least && value <= greatest;
}

// `init` may narrow what a class-based view answers.
function readAnswering({ view, init }: MountedView): MethodMetadata[] {
  const names = init['httpMethodNames'];
  const methods = readMethods(view);
  return Array.isArray(names) ? methods.filter(({ httpMethod }) => names.includes(httpMethod.toLowerCase())) : methods;
}

/** The problems, each once: a view that is mounted twice has its faults once. */
export function removeRepeated(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((each) => [`${each.problem}${each.fix}`, each])).values()];
}
