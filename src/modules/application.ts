import type { Problem } from '../errors/configuration-error';
import type { Check } from '../metadata/checks';
import type { AbstractClass, Class } from '../metadata/class';
import type { Converter } from '../metadata/converter';
import type { MiddlewareEntry } from '../metadata/middleware';
import type { PluginEntry } from '../metadata/modules';
import type { Provider, ProviderLiteral } from '../metadata/provider';

/** A view at one of its patterns, with all that surrounds it. */
export interface MountedView {
  readonly view: Class;
  /** The prefixes on the way down, then the view's own pattern. */
  readonly patterns: readonly string[];
  /** With the names of the includes: `api:note`. */
  readonly name: string | undefined;
  /** What stands before the name of a method's route: `api:` or nothing. */
  readonly namePrefix: string;
  readonly init: Readonly<Record<string, unknown>>;
  /** The middleware of the modules on the way down, outermost first, then the class's. */
  readonly chain: readonly MiddlewareEntry[];
  /** What `@UseMiddleware` of the class adds: the end of the chain. */
  readonly ownChain: readonly MiddlewareEntry[];
  /** How many of the chain are the root module's. */
  readonly rootLayers: number;
  readonly converters: readonly Converter[];
  /** Whether all converters that the modules on the way down list could be read. */
  readonly hasAllConverters: boolean;
  /** The line of `routes` that leads here, one object for each time its module is included. */
  readonly owner: object;
  /** The module whose `routes` name the view. */
  readonly module: AbstractClass;
  /** The modules on the way down, the root first. */
  readonly modules: readonly AbstractClass[];
}

/** What a module provides. */
export interface ModuleProvider {
  readonly provider: Class | Provider | ProviderLiteral;
  readonly module: AbstractClass;
}

/** A check that a module lists. */
export interface ModuleCheck {
  readonly check: Check;
  readonly module: AbstractClass;
}

/** The tree of modules, flat and in order. */
export interface ApplicationDefinition {
  readonly root: Class;
  readonly views: readonly MountedView[];
  readonly rootChain: readonly MiddlewareEntry[];
  readonly providers: readonly ModuleProvider[];
  readonly plugins: readonly PluginEntry[];
  /** All converters of all modules, with the module that lists them. */
  readonly converters: ReadonlyMap<AbstractClass, readonly Converter[]>;
  readonly settings: Class | undefined;
  readonly checks: readonly ModuleCheck[];
  /** The codes of warnings that are not to be told. */
  readonly silence: readonly string[];
  /** Whether all `routes` were lists, so that it is known which modules and names they lead to. */
  readonly hasAllRoutes: boolean;
  /** Whether all modules could be read, so that what they provide is known. */
  readonly isWhole: boolean;
  readonly problems: readonly Problem[];
}
