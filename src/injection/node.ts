import type { Problem } from '../errors/configuration-error';
import type { HttpRequest } from '../http/request';
import type { Class } from '../metadata/class';
import type { Scope, TokenOf } from '../metadata/token';
import type { Dependency } from './dependency';

/** Gives the value of a node, for a request. Runs while requests are served. */
export type Build = (request: HttpRequest) => unknown;

/** One thing that can be injected: how it is made, and of what. */
export interface Node {
  readonly token: TokenOf<unknown>;
  readonly scope: Scope;
  /** Makes the value from the values of the dependencies. */
  readonly make: (dependencies: unknown[]) => unknown;
  /** The class, where `make` does nothing but build it. */
  readonly type: Class | undefined;
  readonly dependencies: readonly Dependency[];
  readonly dispose: ((value: unknown) => unknown) | undefined;
  /** What is wrong with injecting it, at a place. */
  readonly fault?: (place: string) => Problem;
  /** What is made when it is first used, behind a proxy, so that it is no dependency. */
  readonly later?: LaterValue;
  /** A transient of which one resolution, such as building a view, makes one. */
  readonly isPerResolution?: boolean;
  /** What it is made of is a resolution of its own. */
  readonly startsResolution?: boolean;
  /** It is made by a factory that takes what it wants from the container. */
  readonly isOpaque?: boolean;
  /** The class, of an alias that a `useClass` has become. */
  readonly builtElsewhere?: Class;
  /** The module that provides it. */
  readonly module?: string;
}

/** A value behind a proxy that builds it. */
export interface LaterValue {
  readonly token: TokenOf<unknown> | undefined;
  readonly proxy: (build: () => unknown) => unknown;
}

/** The tokens of all that a node needs, at once or later. */
export function readNeeded({ dependencies, later }: Node): readonly TokenOf<unknown>[] {
  const tokens = dependencies.map(({ token }) => token);
  return [...tokens, later?.token].filter((token) => token !== undefined);
}

/** What a node needs later, as a dependency. */
export function readLater({ later }: Node): Dependency | undefined {
  return later && { index: 0, token: later.token, optional: false, declaredBy: 'decorator' };
}

/** A node that builds a class. */
export function createClassNode(
  token: TokenOf<unknown>,
  type: Class,
  scope: Scope,
  dependencies: readonly Dependency[],
): Node {
  return { token, scope, type, dependencies, dispose: undefined, make: (values) => new type(...values) };
}

/** A node that gives the value of another token, which owns and disposes it. */
export function createAlias(token: TokenOf<unknown>, other: TokenOf<unknown>): Node {
  const dependencies: Dependency[] = [{ index: 0, token: other, optional: false, declaredBy: 'useToken' }];
  return { token, scope: 'transient', type: undefined, dependencies, dispose: keep, make: ([value]) => value };
}

function keep(): void {
  // It is the other's to release.
}
