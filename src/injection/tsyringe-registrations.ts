import 'reflect-metadata';

import { autoInjectable, container as globalContainer, type DependencyContainer, Lifecycle } from 'tsyringe';

import { type AbstractClass, type Class, readLineage } from '../metadata/class';
import type { Scope, TokenOf } from '../metadata/token';

/** How long what tsyringe makes lives: one of our scopes, or as long as one resolution. */
export type TsyringeScope = Scope | 'resolution';

/** One registration of tsyringe's global container. */
export interface Registration {
  /** The literal that it was registered with. */
  readonly provider: object;
  readonly scope: TsyringeScope;
}

/** Tsyringe's own class of containers; the library exports it only through its instance. */
export const TsyringeContainer = globalContainer.constructor as new (
  parent?: DependencyContainer,
) => DependencyContainer;

/** What tsyringe's global container has for a token, in order. It is read and never changed; no instance of it is used. */
export function readRegistrations(token: TokenOf<unknown>): readonly Registration[] {
  const found = (globalContainer as unknown as GlobalContainer).getAllRegistrations(token) ?? [];
  return found.map(({ provider, options }) => ({
    provider: typeof provider === 'function' ? { useClass: provider } : provider,
    scope: toScope(options.lifecycle),
  }));
}

/** The scope that a lifecycle of tsyringe stands for. */
export function toScope(lifecycle: number): TsyringeScope {
  return scopes[lifecycle] ?? 'transient';
}

/** Tells whether a class itself has `@injectable()` or another decorator of tsyringe's that makes it known. */
export function isKnownToTsyringe(type: AbstractClass): boolean {
  return (typeInfo ??= captureTypeInfo()).has(type);
}

/** The class that `@autoInjectable()` stands on: this one, before the decorator replaced it, or one that it extends. */
export function readAutoInjectable(type: AbstractClass): AbstractClass | undefined {
  const lineage = readLineage(type);
  const replacement = lineage.findIndex((each) => Function.prototype.toString.call(each) === autoInjectableSource);
  return replacement === -1 ? undefined : lineage[replacement + 1];
}

// `getAllRegistrations` is private in its types only.
interface GlobalContainer {
  getAllRegistrations(
    token: unknown,
  ): readonly { readonly provider: object; readonly options: { readonly lifecycle: Lifecycle } }[] | null;
}

const scopes: Readonly<Partial<Record<number, TsyringeScope>>> = {
  [Lifecycle.Transient]: 'transient',
  [Lifecycle.Singleton]: 'singleton',
  [Lifecycle.ResolutionScoped]: 'resolution',
  [Lifecycle.ContainerScoped]: 'request',
};

// Every class that the decorator returns comes from one expression in its source, minified or not.
const autoInjectableSource = Function.prototype.toString.call((autoInjectable() as (type: Class) => unknown)(class {}));

let typeInfo: ReadonlyMap<unknown, unknown> | undefined;

// The map of decorated classes is not exported, and a deep import may be another copy of it. Building a class looks it up
// there first, so for the time of one synchronous call `Map` shows who is asked.
function captureTypeInfo(): ReadonlyMap<unknown, unknown> {
  const probe = class {};
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on the map that was asked
  const { get } = Map.prototype;
  let asked: ReadonlyMap<unknown, unknown> = new Map();
  Map.prototype.get = function (this: Map<unknown, unknown>, key: unknown): unknown {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- it is what is wanted
    if (key === probe) asked = this;
    return get.call(this, key);
  };
  try {
    (new TsyringeContainer() as unknown as { construct(type: Class): unknown }).construct(probe);
  } finally {
    Map.prototype.get = get;
  }
  return asked;
}
