import type { Problem } from '../errors/configuration-error';
import { unusedProvider } from '../errors/injection-problems';
import { isClass } from '../metadata/class';
import type { UncheckedProvision } from '../metadata/provider';
import { describeToken, type TokenOf } from '../metadata/token';
import type { Graph } from './graph';
import { hasLifecycle } from './lifecycle';
import { type ListedProvider, readToken } from './listed-providers';
import { readNeeded } from './node';

/**
 * Warns of each provider that neither a root of the graph nor one of `starts` reaches. What starts or stops by itself, is
 * one of several or takes the place of another is wanted for itself. Where a factory takes what it wants from the
 * container, nothing is known.
 */
export function readUnusedProviders(
  graph: Graph,
  listed: readonly ListedProvider[],
  starts: readonly TokenOf<unknown>[],
): Problem[] {
  if ([...graph.nodes.values()].some(({ isOpaque }) => isOpaque)) return [];
  const tokens = listed.map((each) => ({ ...each, token: readToken(each.provider) }));
  const wanted = tokens
    .filter(isWanted)
    .flatMap(({ token }) => (token === undefined ? [] : [token, ...graph.sources.registry.findAll(token)]));
  const reached = readReached(graph, [...starts, ...wanted]);
  return tokens.flatMap(({ token, module }) =>
    token === undefined || reached.has(token) || graph.isGiven(token)
      ? []
      : unusedProvider(describeToken(token), module),
  );
}

function readReached({ roots, nodes }: Graph, starts: readonly TokenOf<unknown>[]): ReadonlySet<TokenOf<unknown>> {
  const reached = new Set([...starts, ...roots.map(({ token }) => token), ...roots.flatMap(readNeeded)]);
  // A set takes more while it is walked.
  for (const token of reached) {
    const node = nodes.get(token);
    for (const each of node ? readNeeded(node) : []) reached.add(each);
  }
  return reached;
}

function isWanted({ provider }: ListedProvider): boolean {
  if (isClass(provider)) return hasLifecycleMethod(provider.prototype);
  // A line may be anything: it is proved elsewhere.
  const { multi, override, useClass, useValue } = provider as Partial<UncheckedProvision>;
  return Boolean(multi) || Boolean(override) || hasLifecycleMethod(useClass?.prototype) || hasLifecycleMethod(useValue);
}

function hasLifecycleMethod(value: unknown): boolean {
  return hasLifecycle(value, 'onStart') || hasLifecycle(value, 'onStop');
}
