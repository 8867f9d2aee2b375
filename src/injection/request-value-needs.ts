import type { AbstractClass } from '../metadata/class';
import { describeToken, type TokenOf } from '../metadata/token';
import type { Edge, Graph } from './graph';
import { describeAt } from './graph-paths';
import { type Node, readLater } from './node';

/** One step on the way to a value. */
interface Step extends Edge {
  /** Something on the way is made when it is first used: `delay()`. */
  readonly isLater: boolean;
}

/** Which values that middleware fills are needed to build something. The work is that of one walk for each value. */
export class RequestValueNeeds {
  // For each node and value, the first step on the shortest way to it.
  readonly #ways = new Map<Node, Map<TokenOf<unknown>, Step>>();
  readonly #dependants = new Map<TokenOf<unknown>, Step[]>();
  readonly #roots = new Map<TokenOf<unknown>, Node>();

  constructor(
    private readonly graph: Graph,
    provided: Iterable<TokenOf<unknown>>,
  ) {
    for (const root of graph.roots) this.#roots.set(root.token, root);
    for (const node of [...graph.nodes.values(), ...graph.roots]) this.#addSteps(node);
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

  /** Tells whether a value is needed only when something is first used, which may be long after all is built. */
  isLater(from: TokenOf<unknown>, value: TokenOf<unknown>): boolean {
    return this.#find(this.#readNode(from), value)?.isLater ?? false;
  }

  /** `NotesView → Session, parameter "user" (1st)`. `from` is a view or a token. */
  describe(from: TokenOf<unknown>, value: TokenOf<unknown>): string {
    const names: string[] = [];
    let step = this.#find(this.#readNode(from), value);
    for (;;) {
      if (!step) return names.join(' → ');
      names.push(describeToken(step.node.token));
      const next = step.dependency.token as TokenOf<unknown>;
      if (next === value) return describeAt(names.join(' → '), step.dependency);
      step = this.#find(this.graph.nodes.get(next), value);
    }
  }

  #read(node: Node | undefined): Iterable<TokenOf<unknown>> {
    return (node && this.#ways.get(node)?.keys()) ?? [];
  }

  #readNode(from: TokenOf<unknown>): Node | undefined {
    return this.#roots.get(from) ?? this.graph.nodes.get(from);
  }

  #find(node: Node | undefined, value: TokenOf<unknown>): Step | undefined {
    return node && this.#ways.get(node)?.get(value);
  }

  // A singleton that needs a value of the request is a fault of its own.
  #addSteps(node: Node): void {
    if (node.scope === 'singleton') return;
    for (const dependency of node.dependencies) this.#addStep({ node, dependency, isLater: false });
    const dependency = readLater(node);
    if (dependency) this.#addStep({ node, dependency, isLater: true });
  }

  #addStep(step: Step): void {
    const { token } = step.dependency;
    if (token === undefined) return;
    const steps = this.#dependants.get(token);
    if (steps) steps.push(step);
    else this.#dependants.set(token, [step]);
  }

  #spread(value: TokenOf<unknown>): void {
    const queue = (this.#dependants.get(value) ?? []).filter(({ dependency }) => !dependency.optional);
    const later: Step[] = [];
    for (const step of queue) {
      if (step.isLater) later.push(step);
      else queue.push(...this.#take(step, value));
    }
    // What needs a value both at once and later needs it at once.
    for (const step of later) later.push(...this.#take(step, value).map((each) => ({ ...each, isLater: true })));
  }

  // Returns what needs the node in turn, unless that is known.
  #take(step: Step, value: TokenOf<unknown>): readonly Step[] {
    const { node } = step;
    const ways = this.#ways.get(node) ?? new Map<TokenOf<unknown>, Step>();
    if (ways.has(value)) return [];
    this.#ways.set(node, ways.set(value, step));
    return this.graph.nodes.get(node.token) === node ? (this.#dependants.get(node.token) ?? []) : [];
  }
}
