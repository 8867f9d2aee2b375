import { type AbstractClass, readLineage } from '../metadata/class';
import { injectMetadata } from '../metadata/injection';
import type { TokenOf } from '../metadata/token';

/** What one parameter of a constructor is injected with. */
export interface Dependency {
  readonly index: number;
  /** `undefined` where neither a type nor `@Inject` tells it. */
  readonly token: TokenOf<unknown> | undefined;
  readonly optional: boolean;
}

/** What the parameters of a constructor are injected with: those of the nearest ancestor that has a constructor. */
export function readDependencies(type: AbstractClass): Dependency[] {
  const declaring = readLineage(type).find(
    (each) => readTypes(each) !== undefined || injectMetadata.own(each).length > 0 || each.length > 0,
  );
  if (!declaring) return [];

  const types = readTypes(declaring) ?? [];
  const injected = new Map(injectMetadata.own(declaring).map((each) => [each.index, each]));
  const count = Math.max(types.length, declaring.length, ...[...injected.keys()].map((index) => index + 1));
  return Array.from({ length: count }, (_, index) => {
    const { token, optional = false } = injected.get(index) ?? readTsyringeToken(declaring, index);
    return { index, token: token ?? toToken(types[index]), optional };
  });
}

interface GivenToken {
  readonly token?: TokenOf<unknown> | undefined;
  readonly optional?: boolean;
}

// What tsyringe's `@inject` recorded.
function readTsyringeToken(type: AbstractClass, index: number): GivenToken {
  const tokens = Reflect.getOwnMetadata('injectionTokens', type) as Record<number, unknown> | undefined;
  const recorded = tokens?.[index];
  if (typeof recorded !== 'object' || recorded === null) return { token: recorded as TokenOf<unknown> | undefined };
  const { token, isOptional } = recorded as { token?: TokenOf<unknown>; isOptional?: boolean };
  return { token, optional: isOptional ?? false };
}

function readTypes(type: AbstractClass): readonly unknown[] | undefined {
  return Reflect.getOwnMetadata('design:paramtypes', type) as unknown[] | undefined;
}

// What compilers emit for a type that is no class says nothing.
function toToken(type: unknown): TokenOf<unknown> | undefined {
  return typeof type === 'function' && !silentTypes.has(type) ? (type as AbstractClass) : undefined;
}

const silentTypes = new Set<unknown>([Object, Function, Array, String, Number, Boolean, BigInt, Symbol, Promise]);
