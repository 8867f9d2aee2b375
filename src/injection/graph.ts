import type { Problem } from '../errors/configuration-error';
import { capturedRequest, dependencyCycle, missingProvider, unknownParameter } from '../errors/injection-problems';
import { type Class, isClass } from '../metadata/class';
import { describeToken, type TokenOf } from '../metadata/token';
import { createClassNode, type Node } from './node';
import { type Dependency, readDependencies } from './parameters';
import { toClassNode } from './registry';

/** What is known without building anything. */
export interface GraphSources {
  readonly nodes: ReadonlyMap<TokenOf<unknown>, Node>;
  /** Tokens whose value is there at once, and lives as long as the kernel. */
  readonly values: ReadonlyMap<TokenOf<unknown>, unknown>;
  /** Tokens whose value is of the request. */
  readonly requestTokens: ReadonlySet<TokenOf<unknown>>;
}

/** All nodes that the roots reach, in dependency order, with what is wrong between them. */
export class Graph {
  readonly nodes = new Map<TokenOf<unknown>, Node>();
  readonly problems: Problem[] = [];
  readonly #ofRequest = new Map<TokenOf<unknown>, boolean>();

  constructor(private readonly sources: GraphSources) {}

  /** Adds all that building a class needs; the class itself is built for every request, or once for every call. */
  addRoot(type: Class): Node {
    const node = createClassNode(type, type, 'transient', readDependencies(type));
    this.#visitDependencies(node, [node]);
    return node;
  }

  /** The node of a class, if all that it needs is here already; nothing is added. */
  readRoot(type: Class): Node | undefined {
    const node = createClassNode(type, type, 'transient', readDependencies(type));
    return node.dependencies.every((each) => this.#isKnown(each)) ? node : undefined;
  }

  /** Adds a token and all that it needs. */
  addToken(token: TokenOf<unknown>): void {
    this.#visit({ index: 0, token, optional: false }, []);
  }

  /** Tells whether the value of a token is, or is made of, an object of one request. */
  isOfRequest(token: TokenOf<unknown>): boolean {
    return this.sources.requestTokens.has(token) || (this.#ofRequest.get(token) ?? false);
  }

  #isKnown({ token, optional }: Dependency): boolean {
    if (token === undefined) return false;
    const { requestTokens, values } = this.sources;
    const isThere = this.nodes.has(token) || requestTokens.has(token) || values.has(token);
    return isThere || (optional && !this.#findNode(token));
  }

  #findNode(token: TokenOf<unknown>): Node | undefined {
    return this.sources.nodes.get(token) ?? (isClass(token) ? toClassNode(token) : undefined);
  }

  // Returns whether the value depends on the request.
  #visit(dependency: Dependency, path: readonly Node[]): boolean {
    const { token, index } = dependency;
    if (token === undefined) {
      this.problems.push(unknownParameter(describePath(path, index)));
      return false;
    }
    const known = this.#ofRequest.get(token) ?? this.sources.requestTokens.has(token);
    if (known || this.#ofRequest.has(token) || this.sources.values.has(token)) return known;

    const circle = path.findIndex((each) => each.token === token);
    if (circle === -1) return this.#visitNode(token, dependency, path);
    const names = [...path.slice(circle).map((each) => each.token), token].map(describeToken);
    this.problems.push(dependencyCycle(names.join(' → ')));
    return false;
  }

  #visitNode(token: TokenOf<unknown>, { index, optional }: Dependency, path: readonly Node[]): boolean {
    const node = this.#findNode(token);
    if (node) return this.#addNode(node, [...path, node]);
    if (!optional) this.problems.push(missingProvider(describeToken(token), describePath(path, index), isClass(token)));
    return false;
  }

  #addNode(node: Node, path: readonly Node[]): boolean {
    const needsRequest = this.#visitDependencies(node, path);
    if (needsRequest && node.scope === 'singleton') this.problems.push(capturedRequest(this.#describeCapture(path)));
    const isOfRequest = node.scope === 'request' || (needsRequest && node.scope === 'transient');
    this.#ofRequest.set(node.token, isOfRequest);
    this.nodes.set(node.token, node);
    return isOfRequest;
  }

  #visitDependencies(node: Node, path: readonly Node[]): boolean {
    return node.dependencies.map((each) => this.#visit(each, path)).includes(true);
  }

  #describeCapture(path: readonly Node[]): string {
    const captured = path.at(-1)?.dependencies.find(({ token }) => token !== undefined && this.isOfRequest(token));
    return [...path.map((each) => each.token), captured?.token].map(describeToken).join(' → ');
  }
}

function describePath(path: readonly Node[], index: number): string {
  const names = path.map((each) => describeToken(each.token)).join(' → ');
  return path.length === 0 ? 'providers' : `${names} (parameter ${index + 1})`;
}
