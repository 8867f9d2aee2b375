import type { Problem } from '../errors/configuration-error';
import {
  middlewareWithoutHooks,
  notAMiddleware,
  notARoute,
  unloadedMiddlewareOption,
  viewWithoutRoute,
} from '../errors/module-problems';
import { type AbstractClass, type Class, isClass, readLineage } from '../metadata/class';
import { readInitProblems } from '../metadata/init-problems';
import { type MiddlewareEntry, middlewareMetadata, type UsedMiddleware } from '../metadata/middleware';
import {
  type IncludeEntry,
  moduleMetadata,
  type ModuleOptions,
  type PathEntry,
  type ViewReference,
} from '../metadata/modules';
import { describeToken } from '../metadata/token';
import { routeMetadata } from '../metadata/views';

/** Tells a line that includes a module, or what should be one. */
export function isInclude(entry: unknown): entry is IncludeEntry {
  return (entry as Partial<IncludeEntry> | null | undefined)?.kind === 'include';
}

/** What is wrong with the lines of a module's `routes` and `middleware`. */
export function readEntryProblems(module: AbstractClass, { routes = [], middleware = [] }: ModuleOptions): Problem[] {
  const place = describeToken(module);
  return [
    ...routes.flatMap((entry) => readRouteProblems(entry, place)),
    ...middleware.flatMap((entry) => readMiddlewareProblems(entry, `middleware of ${place}`)),
  ];
}

/** Tells whether a line of `routes` leads to a view or a module, whatever else is wrong with it. */
export function isReadable(entry: unknown): boolean {
  if (isClass(entry)) return moduleMetadata.own(entry).length === 0;
  if (isInclude(entry)) return isClass(entry.module) && moduleMetadata.own(entry.module).length > 0;
  return (entry as Partial<PathEntry> | undefined)?.kind === 'path' && readViewClass(entry) !== undefined;
}

/** The view that a line of `routes` leads to. A line may be `undefined`: that is what a circular import leaves. */
export function readViewClass(entry: unknown): Class | undefined {
  const view = isClass(entry) ? entry : (entry as Partial<PathEntry> | null | undefined)?.view;
  const type = isClass(view) ? view : (view as Partial<ViewReference> | undefined)?.viewClass;
  return isClass(type) ? type : undefined;
}

/** Tells whether a line of a chain is a middleware, whatever else is wrong with it. */
export function isMiddleware(entry: MiddlewareEntry): boolean {
  const middleware = readMiddlewareClass(entry);
  return middleware !== undefined && middlewareMetadata.inherited(middleware).length > 0;
}

/** What is wrong with one line of a chain. `place` says where it is written. */
export function readMiddlewareProblems(entry: MiddlewareEntry, place: string): Problem[] {
  const middleware = readMiddlewareClass(entry);
  const name = describeToken(middleware ?? entry);
  if (!middleware || middlewareMetadata.inherited(middleware).length === 0) return [notAMiddleware(name, place)];
  if (!hasHooks(middleware)) return [middlewareWithoutHooks(name)];
  return [
    ...readUnloadedOptions(middleware).map((option) => unloadedMiddlewareOption(option, name)),
    ...(typeof entry === 'function' ? [] : readInitProblems(middleware, entry.init, `use(${name}, …) in ${place}`)),
  ];
}

function readUnloadedOptions(middleware: Class): string[] {
  const options = middlewareMetadata.nearest(middleware).at(-1) ?? {};
  const lists = ['provides', 'after', 'before'] as const;
  return lists.filter((name) => options[name]?.includes(undefined as never));
}

function readRouteProblems(entry: unknown, place: string): Problem[] {
  if (isClass(entry)) {
    if (moduleMetadata.own(entry).length > 0) return [notARoute(`the module ${describeToken(entry)}`, place)];
    return routeMetadata.own(entry).length > 0 ? [] : [viewWithoutRoute(describeToken(entry), place)];
  }

  const { kind, view, init, pattern } = (entry ?? {}) as Partial<PathEntry>;
  if (kind !== 'path') return isInclude(entry) ? [] : [notARoute(describeToken(entry), place)];

  const viewClass = readViewClass(entry);
  if (!viewClass) return [notARoute(`path('${String(pattern)}', …) without a view`, place)];
  return readInitProblems(
    viewClass,
    { ...(view as Partial<ViewReference>).viewInit, ...init },
    `path('${String(pattern)}', …) in ${place}`,
  );
}

function readMiddlewareClass(entry: unknown): Class | undefined {
  const type = isClass(entry) ? entry : (entry as Partial<UsedMiddleware> | undefined)?.middleware;
  return isClass(type) ? type : undefined;
}

const hooks = ['processRequest', 'processView', 'processException', 'processResponse'];

function hasHooks(middleware: Class): boolean {
  return readLineage(middleware).some((each) => hooks.some((hook) => Object.hasOwn(each.prototype as object, hook)));
}
