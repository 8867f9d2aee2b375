import type { Problem } from '../errors/configuration-error';
import { duplicateProvider, notAProvider } from '../errors/injection-problems';
import { type AbstractClass, type Class, isClass } from '../metadata/class';
import { injectableMetadata } from '../metadata/injection';
import { middlewareMetadata } from '../metadata/middleware';
import type { Provider } from '../metadata/provider';
import { describeToken, type Scope, type TokenOf } from '../metadata/token';
import { createAlias, createClassNode, type Node } from './node';
import { readDependencies } from './parameters';

/** A class or provider, and the module that lists it. */
export interface ListedProvider {
  readonly provider: Class | Provider;
  readonly module: AbstractClass;
}

/** What the providers of all modules make, by token. */
export interface Registry {
  readonly nodes: ReadonlyMap<TokenOf<unknown>, Node>;
  readonly problems: readonly Problem[];
}

/** Reads the providers of all modules. A token that two of them provide is a problem, unless one overrides. */
export function readProviders(listed: readonly ListedProvider[]): Registry {
  const nodes = new Map<TokenOf<unknown>, Node>();
  const owners = new Map<TokenOf<unknown>, ListedProvider>();
  const problems: Problem[] = [];

  for (const each of listed) {
    const node = toNode(each.provider);
    if (!node) {
      problems.push(notAProvider(describeToken(each.provider), describeToken(each.module)));
      continue;
    }
    const earlier = owners.get(node.token);
    if (earlier && isOverride(earlier.provider)) continue;
    if (earlier && earlier.provider !== each.provider && !isOverride(each.provider)) {
      problems.push(
        duplicateProvider(describeToken(node.token), describeToken(earlier.module), describeToken(each.module)),
      );
    }
    owners.set(node.token, each);
    nodes.set(node.token, node);
  }
  return { nodes, problems };
}

/** The node of a class that no module lists: it needs a decorator. */
export function toClassNode(type: Class): Node | undefined {
  return isDecorated(type) ? createClassNode(type, type, readScope(type), readDependencies(type)) : undefined;
}

function toNode(provider: unknown): Node | undefined {
  if (isClass(provider)) return createClassNode(provider, provider, readScope(provider), readDependencies(provider));
  if (typeof provider !== 'object' || provider === null) return undefined;

  const { provide, token, ...how } = provider as Provider & { readonly token?: unknown };
  const key = (provide ?? token) as TokenOf<unknown> | undefined;
  return key === undefined ? undefined : toProvidedNode(key, how);
}

function toProvidedNode(token: TokenOf<unknown>, how: Omit<Provider, 'provide'>): Node | undefined {
  const { useClass, useToken, useFactory, inject = [], dispose } = how;
  if (useFactory) {
    const dependencies = inject.map((each, index) => ({ index, token: each, optional: false }));
    return {
      token,
      scope: how.scope ?? 'singleton',
      type: undefined,
      dependencies,
      dispose,
      make: (values) => useFactory(...values),
    };
  }
  if (useClass) return createClassNode(token, useClass, how.scope ?? readScope(useClass), readDependencies(useClass));
  if (useToken !== undefined) return createAlias(token, useToken as TokenOf<unknown>);
  if (!('useValue' in how)) return undefined;
  // A value was made elsewhere, and is disposed only where the provider says how.
  return {
    token,
    scope: 'singleton',
    type: undefined,
    dependencies: [],
    dispose: dispose ?? ignore,
    make: () => how.useValue,
  };
}

function readScope(type: Class): Scope {
  return (
    injectableMetadata.nearest(type).at(-1)?.scope ?? middlewareMetadata.nearest(type).at(-1)?.scope ?? 'singleton'
  );
}

function isDecorated(type: Class): boolean {
  return injectableMetadata.nearest(type).length > 0 || middlewareMetadata.nearest(type).length > 0;
}

function isOverride(provider: unknown): boolean {
  return (provider as { override?: unknown } | undefined)?.override === true;
}

function ignore(): void {
  // Nothing to release.
}
