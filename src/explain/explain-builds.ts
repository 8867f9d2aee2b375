import { createRoot, type Graph } from '../injection/graph';
import { type Node, readNeeded } from '../injection/node';
import type { Class } from '../metadata/class';
import { describeToken, type TokenOf } from '../metadata/token';
import type { ExplainedBuild, Lifetime } from './explanation';

/** What the container makes and gives for a request. What was told is not told again. */
export class Builds {
  readonly #told = new Set<TokenOf<unknown>>();

  constructor(private readonly graph: Graph) {}

  /** A view, and what it is made of. */
  ofView(view: Class): ExplainedBuild {
    return { ...this.#toBuild(createRoot(view)), lifetime: 'request' };
  }

  /** What a token stands for, and what that is made of. */
  ofToken(token: TokenOf<unknown>): ExplainedBuild {
    const node = this.graph.isGiven(token) ? undefined : this.graph.nodes.get(token);
    if (node) return this.#toBuild(node);
    const lifetime = this.graph.sources.requestTokens.has(token) ? 'request value' : 'kernel';
    return { name: describeToken(token), lifetime, dependencies: [] };
  }

  #toBuild(node: Node): ExplainedBuild {
    const isTold = this.#told.has(node.token);
    this.#told.add(node.token);
    return {
      name: describeToken(node.token),
      lifetime: lifetimes[node.scope],
      // What may be absent and is, is nothing that is made.
      dependencies: isTold
        ? []
        : readNeeded(node)
            .filter((each) => this.#isThere(each))
            .map((each) => this.ofToken(each)),
    };
  }

  #isThere(token: TokenOf<unknown>): boolean {
    return this.graph.isGiven(token) || this.graph.nodes.has(token);
  }
}

const lifetimes: Readonly<Record<Node['scope'], Lifetime>> = {
  singleton: 'kernel',
  request: 'request',
  transient: 'injection',
};
