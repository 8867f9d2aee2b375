import { autoInjectableClass } from '../errors/provider-problems';
import { type Class, isClass } from '../metadata/class';
import { injectableMetadata } from '../metadata/injection';
import { middlewareMetadata } from '../metadata/middleware';
import type { UncheckedProvision } from '../metadata/provider';
import { describeToken, type TokenOf } from '../metadata/token';
import { CONTAINER } from './kernel-container';
import { createAlias, createClassNode, type Node } from './node';
import { readDependencies } from './parameters';
import {
  isKnownToTsyringe,
  readAutoInjectable,
  readRegistrations,
  type Registration,
  type TsyringeScope,
} from './tsyringe-registrations';
import { withoutPromises } from './without-promises';

/** The node of a class that builds the class itself. */
export function toClassNode(token: TokenOf<unknown>, type: Class, scope = readClassScope(type)): Node {
  const node = { ...createClassNode(token, type, 'transient', readDependencies(type)), ...toLifetime(scope) };
  const decorated = readAutoInjectable(type);
  return decorated ? { ...node, fault: (place) => autoInjectableClass(describeToken(decorated), place) } : node;
}

/** How long a class lives: what its decorator says, ours or tsyringe's; without one as long as the kernel. */
export function readClassScope(type: Class): TsyringeScope {
  const decorated = readDecoratedScope(type);
  if (decorated) return decorated;
  const own = readRegistrations(type)
    .filter((each) => isOfItself(each, type))
    .at(-1);
  return own?.scope ?? (isKnownToTsyringe(type) ? 'transient' : 'singleton');
}

/** The node of a class that no module lists: it needs a decorator. */
export function toDecoratedNode(type: Class): Node | undefined {
  return readDecoratedScope(type) || isKnownToTsyringe(type) || readAutoInjectable(type)
    ? toClassNode(type, type)
    : undefined;
}

/** The node of a token that tsyringe's global container has a registration for. */
export function toRegisteredNode(token: TokenOf<unknown>, { provider, scope }: Registration): Node | undefined {
  return toProvidedNode(token, provider, scope);
}

/** The node of a provider; `undefined` where it says nothing. */
export function toProvidedNode(
  token: TokenOf<unknown>,
  how: UncheckedProvision,
  scope: TsyringeScope | undefined,
): Node | undefined {
  if (how.useFactory) return toFactoryNode(token, how.useFactory, how, scope ?? 'singleton');
  if (how.useClass) return toClassNode(token, how.useClass, scope);
  if (how.useToken !== undefined) {
    return { ...createAlias(token, how.useToken as TokenOf<unknown>), ...toLifetime(scope ?? 'transient') };
  }
  return 'useValue' in how ? toValueNode(token, how.useValue, how.dispose) : undefined;
}

function toFactoryNode(
  token: TokenOf<unknown>,
  factory: (...dependencies: unknown[]) => unknown,
  { inject, dispose }: UncheckedProvision,
  scope: TsyringeScope,
): Node {
  const tokens = inject ?? [CONTAINER];
  const lifetime = toLifetime(scope);
  const make = lifetime.scope === 'singleton' ? factory : withoutPromises(token, lifetime.scope, factory);
  return {
    ...{ token, ...lifetime, type: undefined, dispose },
    dependencies: tokens.map((each, index) => ({ index, token: each, optional: false })),
    make: (values) => make(...values),
    // A function without parameters takes nothing from the container.
    isOpaque: inject === undefined && factory.length > 0,
  };
}

// A value was made elsewhere, and is disposed only where the provider says how.
function toValueNode(token: TokenOf<unknown>, value: unknown, dispose: Node['dispose'] = ignore): Node {
  return { token, scope: 'singleton', type: undefined, dependencies: [], dispose, make: () => value };
}

function toLifetime(scope: TsyringeScope): Pick<Node, 'scope' | 'isPerResolution'> {
  return scope === 'resolution' ? { scope: 'transient', isPerResolution: true } : { scope };
}

function readDecoratedScope(type: Class): TsyringeScope | undefined {
  const [injectable, middleware] = [injectableMetadata.nearest(type).at(-1), middlewareMetadata.nearest(type).at(-1)];
  return injectable?.scope ?? (middleware && (middleware.scope ?? 'singleton'));
}

/** Tells a registration that a decorator of the class made. */
export function isOfItself({ provider }: Registration, type: unknown): boolean {
  return isClass(type) && (provider as UncheckedProvision).useClass === type;
}

function ignore(): void {
  // Nothing to release.
}
