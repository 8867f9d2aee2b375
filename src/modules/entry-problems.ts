import type { Problem } from '../errors/configuration-error';
import { middlewareWithoutHooks, notAMiddleware, notARoute, viewWithoutRoute } from '../errors/module-problems';
import { type AbstractClass, type Class, isClass, readLineage } from '../metadata/class';
import { readInitProblems } from '../metadata/init-problems';
import { type MiddlewareEntry, middlewareMetadata } from '../metadata/middleware';
import { moduleMetadata, type ModuleOptions } from '../metadata/modules';
import { describeToken } from '../metadata/token';
import { routeMetadata } from '../metadata/views';

/** What is wrong with the lines of a module's `routes` and `middleware`. */
export function readEntryProblems(module: AbstractClass, { routes = [], middleware = [] }: ModuleOptions): Problem[] {
  const place = describeToken(module);
  return [
    ...routes.flatMap((entry) => readRouteProblems(entry, place)),
    ...middleware.flatMap((entry) => readMiddlewareProblems(entry, `middleware of ${place}`)),
  ];
}

/** What is wrong with one line of a chain. `place` says where it is written. */
export function readMiddlewareProblems(entry: MiddlewareEntry, place: string): Problem[] {
  const middleware = typeof entry === 'function' ? entry : (entry as { middleware?: unknown } | undefined)?.middleware;
  if (!isClass(middleware)) return [notAMiddleware(describeToken(middleware), place)];

  const name = describeToken(middleware);
  if (middlewareMetadata.inherited(middleware).length === 0) return [notAMiddleware(name, place)];
  if (!hasHooks(middleware)) return [middlewareWithoutHooks(name)];
  return typeof entry === 'function' ? [] : readInitProblems(middleware, entry.init, `use(${name}, …) in ${place}`);
}

function readRouteProblems(entry: unknown, place: string): Problem[] {
  if (isClass(entry)) {
    if (moduleMetadata.own(entry).length > 0) return [notARoute(`the module ${describeToken(entry)}`, place)];
    return routeMetadata.own(entry).length > 0 ? [] : [viewWithoutRoute(describeToken(entry), place)];
  }

  const { kind, view, init, pattern } = (entry ?? {}) as {
    kind?: unknown;
    view?: unknown;
    init?: object;
    pattern?: string;
  };
  if (kind === 'include') return [];
  if (kind !== 'path') return [notARoute(describeToken(entry), place)];

  const { viewClass, viewInit } = isClass(view)
    ? { viewClass: view, viewInit: {} }
    : (view as { viewClass?: unknown; viewInit: object });
  if (!isClass(viewClass)) return [notARoute(`path('${String(pattern)}', …) without a view`, place)];
  return readInitProblems(viewClass, { ...viewInit, ...init }, `path('${String(pattern)}', …) in ${place}`);
}

const hooks = ['processRequest', 'processView', 'processException', 'processResponse'];

function hasHooks(middleware: Class): boolean {
  return readLineage(middleware).some((each) => hooks.some((hook) => Object.hasOwn(each.prototype as object, hook)));
}
