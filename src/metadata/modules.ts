import type { FastifyPluginAsync, FastifyPluginCallback } from 'fastify';

import type { Check } from './checks';
import type { Class } from './class';
import { ClassMetadata } from './class-metadata';
import type { Converter } from './converter';
import type { MiddlewareEntry } from './middleware';
import type { Provider, ProviderLiteral } from './provider';
import type { TokenOf } from './token';

/** A view with values for its attributes: what `View.asView` returns, as far as a module needs it. */
export interface ViewReference {
  readonly viewClass: Class;
  readonly viewInit: Readonly<Record<string, unknown>>;
}

/** A view at a pattern of its own. Made by `path`. */
export interface PathEntry {
  readonly kind: 'path';
  readonly pattern: string;
  readonly view: Class | ViewReference;
  readonly name: string | undefined;
  readonly init: Readonly<Record<string, unknown>> | undefined;
}

/** The routes of another module below a prefix. Made by `include`. */
export interface IncludeEntry {
  readonly kind: 'include';
  readonly prefix: string;
  readonly module: Class;
  readonly name: string | undefined;
}

/** One line of a module's `routes`. */
export type RouteEntry = Class | PathEntry | IncludeEntry;

/** How the options of a plugin are made from what the container has. */
export interface PluginFactory {
  readonly inject: readonly TokenOf<unknown>[];
  // The dependencies are read from `inject`, so their types cannot be known here.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly useFactory: (...dependencies: any[]) => unknown;
}

/** A Fastify plugin for the whole application. Made by `plugin`. */
export interface PluginEntry {
  readonly kind: 'plugin';
  // Each plugin has options of its own; `plugin` has checked them against it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly plugin: FastifyPluginAsync<any> | FastifyPluginCallback<any>;
  readonly options: object | PluginFactory | undefined;
}

/** What `@Module` is told. */
export interface ModuleOptions {
  /** Modules whose providers and plugins are part of the application. Their routes are reached by `include` only. */
  readonly imports?: readonly Class[];
  /** The URLconf, in order: for one method and URL the first match answers. */
  readonly routes?: readonly RouteEntry[];
  /** What the container can build besides decorated classes. */
  readonly providers?: readonly (Class | Provider | ProviderLiteral)[];
  /** The middleware around the routes of this module, outermost first. */
  readonly middleware?: readonly MiddlewareEntry[];
  readonly plugins?: readonly PluginEntry[];
  /** Converters for the patterns of this module and those it includes. */
  readonly converters?: readonly Converter[];
  /** The settings of the application; on the root module only. */
  readonly settings?: Class;
  /** Checks of the application's own. */
  readonly checks?: readonly Check[];
  /** The codes of warnings that are not to be told; on the root module only. */
  readonly silence?: readonly string[];
}

export const moduleMetadata = new ClassMetadata<ModuleOptions>();
