import type { TokenOf } from '../metadata/token';
import { type Node, readNeeded } from './node';

/** The nodes whose values are, or are made of, objects of one request: those, and up from them all that is built anew. */
export function readNodesOfRequest(
  nodes: readonly Node[],
  requestTokens: Iterable<TokenOf<unknown>>,
): ReadonlySet<Node> {
  const dependants = readDependants(nodes);
  const found = new Set(nodes.filter(({ scope }) => scope === 'request'));
  const mark = (token: TokenOf<unknown>): void => {
    for (const each of dependants.get(token) ?? []) if (each.scope === 'transient') found.add(each);
  };
  for (const token of requestTokens) mark(token);
  // A set is walked to its end also where it grows on the way.
  for (const node of found) mark(node.token);
  return found;
}

function readDependants(nodes: readonly Node[]): ReadonlyMap<TokenOf<unknown>, readonly Node[]> {
  const dependants = new Map<TokenOf<unknown>, Node[]>();
  for (const node of nodes) {
    for (const token of readNeeded(node)) {
      const others = dependants.get(token);
      if (others) others.push(node);
      else dependants.set(token, [node]);
    }
  }
  return dependants;
}
