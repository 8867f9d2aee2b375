import type { Problem } from '../errors/configuration-error';
import type { AbstractClass, Class } from './class';
import type { HttpMethod } from './http-method';
import type { MetadataKey } from './metadata-key';

/** One route of an application. */
export interface RouteSummary {
  readonly method: HttpMethod;
  /** The whole pattern: `/api/notes/<int:id>`. */
  readonly pattern: string;
  /** What it is reversed by: `api:note`. */
  readonly name: string | undefined;
  readonly view: Class;
  /** The name of the view method. */
  readonly action: string;
}

/** One route as a check sees it. */
export interface CheckedRoute extends RouteSummary {
  /** The module whose `routes` name the view. */
  readonly module: AbstractClass;
  /** The chain, outermost first. */
  readonly middleware: readonly Class[];
  /** What a decorator of `createMetadata` recorded: on the method, else on the class. */
  get<T>(key: MetadataKey<T>): T | undefined;
}

/** An application as a check sees it: read, and not started. */
export interface CheckedApplication {
  /** The root module. */
  readonly module: Class;
  /** All routes that could be read, in the order in which they are tried. */
  readonly routes: readonly CheckedRoute[];
  /** The settings, an object of the application's own class; `undefined` where they could not be read. */
  readonly settings: object | undefined;
}

/**
 * A check of your own, which a module lists in `checks`. It runs with those of the framework, at every start and in
 * `Kernel.check`, and returns what is wrong, each with a code of yours: errors stop the start.
 *
 * @example
 * ```ts
 * const rolesAreSaid: Check = ({ routes }) =>
 *   routes
 *     .filter((route) => !route.get(Public) && !route.get(Roles))
 *     .map(({ view, action }) => ({
 *       code: 'SHOP01',
 *       problem: `${view.name}.${action} says neither who may use it nor that all may.`,
 *       fix: 'Decorate it with @Roles([…]) or @Public().',
 *     }));
 * ```
 */
export type Check = (application: CheckedApplication) => readonly Problem[];
