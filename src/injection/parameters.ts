import { type AbstractClass, readLineage } from '../metadata/class';
import { injectableMetadata, injectMetadata } from '../metadata/injection';
import { middlewareMetadata } from '../metadata/middleware';
import type { TokenOf } from '../metadata/token';
import { routeMetadata } from '../metadata/views';
import { readSourceParameters } from './constructor-source';
import type { Dependency } from './dependency';
import { readInjection, type RecordedInjection } from './recorded-injection';
import { isKnownToTsyringe } from './tsyringe-registrations';

/** Why it is not known what a parameter is injected with. */
export type UnknownReason =
  'interface' | 'function' | 'value' | 'unloaded' | 'missing token' | 'undecorated' | 'no types emitted';

/** What the parameters of a constructor are injected with: those of the nearest ancestor that has a constructor. */
export function readDependencies(type: AbstractClass): Dependency[] {
  const declaring = readLineage(type).find(hasConstructor);
  if (!declaring) return [];

  const types = readTypes(declaring) ?? [];
  const injected = readInjected(declaring);
  const count = Math.max(types.length, declaring.length, ...[...injected.keys()].map((index) => index + 1));
  return Array.from({ length: count }, (_, index) => {
    const given = injected.get(index);
    const token = given ? given.token : toToken(types[index]);
    // What has a default is left to it.
    const optional = given?.optional ?? (token === undefined && hasDefault(declaring, index));
    return { index, token, optional, declaredBy: declaring };
  });
}

/** Why the token of a parameter is not known, and the type that was emitted for it. */
export function readUnknownReason(declaring: AbstractClass, index: number): { reason: UnknownReason; type: unknown } {
  const types = readTypes(declaring);
  const type = types?.[index];
  if (readInjected(declaring).has(index)) return { reason: 'missing token', type };
  if (!types || index >= types.length) {
    return { reason: isDecorated(declaring) ? 'no types emitted' : 'undecorated', type };
  }
  return { reason: type === undefined ? 'unloaded' : (reasonOfType.get(type) ?? 'value'), type };
}

/** The name of a parameter; `undefined` where the source gives none. */
export function readParameterName(declaring: AbstractClass, index: number): string | undefined {
  return readSourceParameters(declaring)?.[index]?.name;
}

// A class with an ancestor and without records is asked for its source: an empty constructor leaves no other trace.
function hasConstructor(each: AbstractClass, index: number, lineage: readonly AbstractClass[]): boolean {
  if (readTypes(each) !== undefined || each.length > 0 || readInjected(each).size > 0) return true;
  return index < lineage.length - 1 && readSourceParameters(each) !== undefined;
}

function hasDefault(declaring: AbstractClass, index: number): boolean {
  // The type of a parameter that was not loaded is a class: its default is for those who build it by hand.
  const { reason } = readUnknownReason(declaring, index);
  return reason !== 'unloaded' && (readSourceParameters(declaring)?.[index]?.hasDefault ?? false);
}

interface GivenToken {
  readonly token: TokenOf<unknown> | undefined;
  readonly optional: boolean;
}

// What `@Inject` and tsyringe's `@inject` recorded, by position. Ours wins.
function readInjected(type: AbstractClass): Map<number, GivenToken> {
  const recorded = (Reflect.getOwnMetadata('injectionTokens', type) ?? {}) as Record<string, unknown>;
  return new Map([
    ...Object.entries(recorded).map(([index, each]) => [Number(index), readTsyringeToken(each)] as const),
    ...injectMetadata.own(type).map((each) => [each.index, each] as const),
  ]);
}

function readTsyringeToken(recorded: unknown): GivenToken {
  if (typeof recorded !== 'object' || recorded === null) {
    return { token: recorded as TokenOf<unknown> | undefined, optional: false };
  }
  return readInjection(recorded as RecordedInjection);
}

function readTypes(type: AbstractClass): readonly unknown[] | undefined {
  return Reflect.getOwnMetadata('design:paramtypes', type) as unknown[] | undefined;
}

/** Tells whether a class itself is decorated for injection, by us or by tsyringe. Such a class is not abstract. */
export function isDecorated(type: AbstractClass): boolean {
  const ours = [injectableMetadata, middlewareMetadata, routeMetadata, injectMetadata];
  return ours.some((each) => each.own(type).length > 0) || isKnownToTsyringe(type);
}

// What compilers emit for a type that is no class says nothing.
function toToken(type: unknown): TokenOf<unknown> | undefined {
  return typeof type === 'function' && !reasonOfType.has(type) ? (type as AbstractClass) : undefined;
}

const reasonOfType = new Map<unknown, UnknownReason>([
  [Object, 'interface'],
  [Function, 'function'],
  ...[Array, String, Number, Boolean, BigInt, Symbol, Promise].map((each) => [each, 'value'] as const),
]);
