import type { Class } from '../metadata/class';
import type { TokenOf } from '../metadata/token';
import type { Dependency } from './dependency';
import { type Node, readLater } from './node';
import { readNodesOfRequest } from './nodes-of-request';
import { toClassNode } from './provider-node';

/** Tells how each token is made. */
export interface NodeSource {
  /** The tokens of all that is listed. */
  readonly tokens: readonly TokenOf<unknown>[];
  find(token: TokenOf<unknown>): Node | undefined;
  /** The tokens of all values of a token that has several, or of its one. */
  findAll(token: TokenOf<unknown>): readonly TokenOf<unknown>[];
}

/** What is known without building anything. */
export interface GraphSources {
  readonly registry: NodeSource;
  /** Tokens whose value is there at once, and lives as long as the kernel. */
  readonly values: ReadonlyMap<TokenOf<unknown>, unknown>;
  /** Tokens whose value is of the request. */
  readonly requestTokens: ReadonlySet<TokenOf<unknown>>;
  /** The tokens of all middleware. */
  readonly middleware: ReadonlySet<TokenOf<unknown>>;
}

/** One dependency of a node. */
export interface Edge {
  readonly node: Node;
  readonly dependency: Dependency;
}

/** What the graph lacks, or a circle in it: the edges on the way round. */
export type Fault =
  { readonly kind: 'unknown' | 'missing'; readonly edge: Edge } | { readonly kind: 'cycle'; readonly edges: Edge[] };

/** All nodes that the roots reach, in dependency order. */
export class Graph {
  readonly nodes = new Map<TokenOf<unknown>, Node>();
  /** What is built, but is not injected anywhere: views, and the options of plugins. */
  readonly roots: Node[] = [];
  readonly faults: Fault[] = [];
  readonly #open = new Set<TokenOf<unknown>>();
  readonly #path: Edge[] = [];
  readonly #later: Edge[] = [];
  #ofRequest: ReadonlySet<Node> | undefined;

  constructor(readonly sources: GraphSources) {}

  /** Adds all that building a root needs. */
  addRoot(root: Node): void {
    this.roots.push(root);
    this.#visitDependencies(root);
    this.#visitLater();
  }

  /** The node of a class that is no node itself, if all that it needs is here already; nothing is added. */
  readRoot(type: Class): Node | undefined {
    const node = createRoot(type);
    return node.dependencies.every((each) => this.#isKnown(each)) ? node : undefined;
  }

  /** Adds a token that something provides, and all that it needs. */
  addToken(token: TokenOf<unknown>): void {
    const node = this.nodes.has(token) || this.isGiven(token) ? undefined : this.findNode(token);
    if (node) this.#visitNode(node);
    this.#visitLater();
  }

  /** Tells whether the value of a token is, or is made of, an object of one request. Ask when all has been added. */
  isOfRequest(token: TokenOf<unknown>): boolean {
    if (this.sources.requestTokens.has(token)) return true;
    const node = this.nodes.get(token);
    this.#ofRequest ??= readNodesOfRequest([...this.nodes.values()], this.sources.requestTokens);
    return node !== undefined && this.#ofRequest.has(node);
  }

  /** Tells whether a token needs no node. */
  isGiven(token: TokenOf<unknown>): boolean {
    return this.sources.requestTokens.has(token) || this.sources.values.has(token);
  }

  /** How a token is made: a provider says so, or the class itself. */
  findNode(token: TokenOf<unknown>): Node | undefined {
    return this.sources.registry.find(token);
  }

  #isKnown({ token, optional }: Dependency): boolean {
    if (token === undefined) return optional;
    return this.nodes.has(token) || this.isGiven(token) || (optional && !this.findNode(token));
  }

  #visitNode(node: Node): void {
    this.#ofRequest = undefined;
    this.#open.add(node.token);
    this.#visitDependencies(node);
    this.#open.delete(node.token);
    this.nodes.set(node.token, node);
    const dependency = readLater(node);
    if (dependency) this.#later.push({ node, dependency });
  }

  // What is made when it is first used may need what is being visited: it comes afterwards.
  #visitLater(): void {
    for (let edge = this.#later.shift(); edge; edge = this.#later.shift()) this.#visit(edge);
  }

  #visitDependencies(node: Node): void {
    for (const dependency of node.dependencies) {
      this.#path.push({ node, dependency });
      this.#visit({ node, dependency });
      this.#path.pop();
    }
  }

  #visit(edge: Edge): void {
    const { token, optional } = edge.dependency;
    if (token === undefined) {
      if (!optional) this.faults.push({ kind: 'unknown', edge });
      return;
    }
    if (this.nodes.has(token) || this.isGiven(token)) return;
    if (this.#open.has(token)) {
      const start = this.#path.findIndex(({ node }) => node.token === token && !this.roots.includes(node));
      this.faults.push({ kind: 'cycle', edges: this.#path.slice(start) });
      return;
    }
    const node = this.findNode(token);
    if (node) this.#visitNode(node);
    else if (!optional) this.faults.push({ kind: 'missing', edge });
  }
}

/** The node of a class that is built at every call, such as a view. */
export function createRoot(type: Class): Node {
  return toClassNode(type, type, 'transient');
}
