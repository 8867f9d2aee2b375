import type { Problem } from '../errors/configuration-error';
import {
  moduleCycle,
  notAModule,
  settingsBelowRoot,
  silenceBelowRoot,
  unreachedModule,
} from '../errors/module-problems';
import type { AbstractClass, Class } from '../metadata/class';
import type { Converter } from '../metadata/converter';
import type { ModuleOptions } from '../metadata/modules';
import { describeToken } from '../metadata/token';
import type { ApplicationDefinition, ModuleProvider } from './application';
import { isInclude, readEntryProblems } from './entry-problems';
import { readListProblems, readModuleOptions, readUnlisted } from './module-options';
import { readRoutes } from './read-routes';

interface ModuleReading {
  /** Each module once, importing ones after what they import. */
  readonly modules: Set<Class>;
  readonly problems: Problem[];
  /** Whether a class that is no module stands in the place of one. */
  hasUnread: boolean;
  hasCycle: boolean;
}

/** Reads the modules from the root down. What is wrong with them is in `problems`. */
export function readApplication(root: Class): ApplicationDefinition {
  const reading: ModuleReading = { modules: new Set(), problems: [], hasUnread: false, hasCycle: false };
  visitModule(root, reading, { path: [], named: 'Kernel.create' });
  const { modules, problems } = reading;
  if (reading.hasCycle) return { ...emptyApplication(root), problems };

  const { views, included } = readRoutes(root);
  const options = (each: AbstractClass): ModuleOptions => readModuleOptions(each) ?? {};
  const unlisted = new Set([...modules].flatMap(readUnlisted));
  const hasAllRoutes = !unlisted.has('routes');
  for (const each of modules) problems.push(...readPlaceProblems(each, root, !hasAllRoutes || included.has(each)));

  return {
    root,
    views,
    rootChain: options(root).middleware ?? [],
    providers: [...modules].flatMap((module) => readProviders(module, options(module))),
    plugins: [...modules].flatMap((each) => options(each).plugins ?? []),
    converters: new Map(
      [...modules].map((each): [Class, readonly Converter[]] => [each, options(each).converters ?? []]),
    ),
    settings: options(root).settings,
    checks: [...modules].flatMap((module) => (options(module).checks ?? []).map((check) => ({ check, module }))),
    silence: options(root).silence ?? [],
    hasAllRoutes,
    isWhole: !reading.hasUnread && !ofInjection.some((each) => unlisted.has(each)),
    problems,
  };
}

// What else a module lists neither provides anything nor leads to what does.
const ofInjection = ['imports', 'routes', 'providers', 'middleware'] as const;

// What a module may have only as the root, or where an include leads to it.
function readPlaceProblems(module: Class, root: Class, mayBeIncluded: boolean): Problem[] {
  const options = readModuleOptions(module) ?? {};
  const [name, rootName] = [describeToken(module), describeToken(root)];
  return [
    ...(!mayBeIncluded && hasRoutes(options) ? [unreachedModule(name)] : []),
    ...(module !== root && options.settings ? [settingsBelowRoot(name, rootName)] : []),
    ...(module !== root && options.silence ? [silenceBelowRoot(name, rootName)] : []),
  ];
}

interface Visit {
  readonly path: readonly Class[];
  /** Who names the module, for the message. */
  readonly named: string;
}

function visitModule(module: Class, reading: ModuleReading, { path, named }: Visit): void {
  const options = typeof module === 'function' ? readModuleOptions(module) : undefined;
  if (!options) {
    reading.problems.push(notAModule(describeToken(module), named));
    reading.hasUnread = true;
    return;
  }
  if (path.includes(module)) {
    reading.problems.push(moduleCycle([...path.slice(path.indexOf(module)), module].map(describeToken)));
    reading.hasCycle = true;
    return;
  }
  if (reading.modules.has(module)) return;

  reading.problems.push(...readListProblems(module), ...readEntryProblems(module, options));
  visitNamed(module, options, reading, [...path, module]);
  reading.modules.add(module);
}

function visitNamed(
  module: Class,
  { imports = [], routes = [] }: ModuleOptions,
  reading: ModuleReading,
  path: readonly Class[],
): void {
  const name = describeToken(module);
  for (const each of imports) visitModule(each, reading, { path, named: `imports of ${name}` });
  for (const each of routes) {
    if (isInclude(each)) visitModule(each.module, reading, { path, named: `include('${each.prefix}', …) in ${name}` });
  }
}

function readProviders(module: AbstractClass, { providers = [] }: ModuleOptions): ModuleProvider[] {
  return providers.map((provider) => ({ provider, module }));
}

function hasRoutes({ routes = [], middleware = [] }: ModuleOptions): boolean {
  return routes.length > 0 || middleware.length > 0;
}

function emptyApplication(root: Class): ApplicationDefinition {
  const none: readonly never[] = [];
  return {
    root,
    views: none,
    rootChain: none,
    providers: none,
    plugins: none,
    converters: new Map(),
    settings: undefined,
    checks: none,
    silence: none,
    hasAllRoutes: false,
    isWhole: false,
    problems: none,
  };
}
