import type { AbstractClass } from '../metadata/class';
import type { TokenOf } from '../metadata/token';
import type { Edge, Graph } from './graph';
import { describeAt } from './graph-paths';
import { describeToken } from '../metadata/token';
import type { Node } from './node';

/** Which values that middleware fills are needed to build something. The work is that of one walk for each value. */
export class RequestValueNeeds {
  // For each node and value, the first edge on the shortest way to it.
  readonly #ways = new Map<Node, Map<TokenOf<unknown>, Edge>>();
  readonly #dependants = new Map<TokenOf<unknown>, Edge[]>();
  readonly #roots = new Map<TokenOf<unknown>, Node>();

  constructor(
    private readonly graph: Graph,
    provided: Iterable<TokenOf<unknown>>,
  ) {
    for (const root of graph.roots) this.#roots.set(root.token, root);
    for (const node of [...graph.nodes.values(), ...graph.roots]) this.#addEdges(node);
    for (const token of provided) this.#spread(token);
  }

  /** The values that building a view needs. */
  ofView(view: AbstractClass): Iterable<TokenOf<unknown>> {
    return this.#read(this.#roots.get(view));
  }

  /** The values that building the object of a token needs in a request. */
  ofToken(token: TokenOf<unknown>): Iterable<TokenOf<unknown>> {
    return this.#read(this.graph.nodes.get(token));
  }

  /** `NotesView → Session, parameter "user" (1st)`. `from` is a view or a token. */
  describe(from: TokenOf<unknown>, value: TokenOf<unknown>): string {
    const names: string[] = [];
    let edge = this.#find(this.#roots.get(from) ?? this.graph.nodes.get(from), value);
    for (;;) {
      if (!edge) return names.join(' → ');
      names.push(describeToken(edge.node.token));
      const next = edge.dependency.token as TokenOf<unknown>;
      if (next === value) return describeAt(names.join(' → '), edge.dependency);
      edge = this.#find(this.graph.nodes.get(next), value);
    }
  }

  #read(node: Node | undefined): Iterable<TokenOf<unknown>> {
    return (node && this.#ways.get(node)?.keys()) ?? [];
  }

  #find(node: Node | undefined, value: TokenOf<unknown>): Edge | undefined {
    return node && this.#ways.get(node)?.get(value);
  }

  // A singleton that needs a value of the request is a fault of its own.
  #addEdges(node: Node): void {
    if (node.scope === 'singleton') return;
    for (const dependency of node.dependencies) {
      if (dependency.token === undefined) continue;
      const edges = this.#dependants.get(dependency.token);
      if (edges) edges.push({ node, dependency });
      else this.#dependants.set(dependency.token, [{ node, dependency }]);
    }
  }

  #spread(value: TokenOf<unknown>): void {
    const queue = (this.#dependants.get(value) ?? []).filter(({ dependency }) => !dependency.optional);
    for (const edge of queue) {
      const ways = this.#ways.get(edge.node) ?? new Map<TokenOf<unknown>, Edge>();
      if (ways.has(value)) continue;
      this.#ways.set(edge.node, ways.set(value, edge));
      if (this.graph.nodes.get(edge.node.token) === edge.node) {
        queue.push(...(this.#dependants.get(edge.node.token) ?? []));
      }
    }
  }
}
