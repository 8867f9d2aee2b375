import { ConfigurationError } from '../errors/configuration-error';
import { startTimedOut, unstartedSingleton } from '../errors/provider-problems';
import { isPromiseLike } from '../http/awaitable';
import { describeToken, type TokenOf } from '../metadata/token';
import { callLifecycle, hasLifecycle } from './lifecycle';
import type { Node } from './node';
import type { Refusals } from './refusals';
import { readDisposals, readStops, runStops, type Stop, type StopFailure } from './release';
import { withTimeLimit } from './start-time-limit';

/** What singletons are made with. */
export interface SingletonSources {
  readonly readNode: (token: TokenOf<unknown>) => Node | undefined;
  readonly buildDependencies: (node: Node) => unknown[];
  readonly refusals: Refusals;
  /** The milliseconds that making and starting one may take; 0 is no limit. */
  readonly startTimeout: number;
}

/** The values that live as long as the kernel. */
export class Singletons {
  readonly #values = new Map<TokenOf<unknown>, unknown>();
  // What was made, or is being made: a promise is not kept before it is fulfilled.
  readonly #made = new Map<Node, unknown>();
  readonly #built = new Set<Node>();
  readonly #started = new Set<Node>();
  readonly #underWay = new Set<Node>();
  // What `close` has still to do, in its order.
  readonly #stops: Stop[] = [];
  #phase: 'starting' | 'running' | 'closed' = 'starting';

  constructor(private readonly sources: SingletonSources) {}

  /** The value. What has not been started yet is made now, unless it is asynchronous. */
  get(token: TokenOf<unknown>): unknown {
    if (this.#values.has(token) || this.sources.refusals.has(token)) return this.#values.get(token);
    const node = this.sources.readNode(token) as Node;
    const value = this.#make(node);
    if (isPromiseLike(value)) throw new Error(describeUnready(token));
    if (this.#phase !== 'starting' && hasLifecycle(value, 'onStart')) {
      throw new ConfigurationError([unstartedSingleton(describeToken(token))]);
    }
    this.#keep(node, value);
    return value;
  }

  /** Tells whether `start` was called for a node and has come to an end. */
  has(node: Node): boolean {
    return this.#started.has(node) || this.sources.refusals.has(node.token);
  }

  /** Makes one and starts it. Where nothing is asynchronous it is done at once, and nothing is returned. */
  start(node: Node): Promise<void> | undefined {
    if (this.#phase === 'closed') return undefined;
    try {
      const value = this.#values.has(node.token) ? this.#values.get(node.token) : this.#make(node);
      if (isPromiseLike(value)) return this.#track(node, this.#startLater(node, value));
      this.#keep(node, value);
      const starting = callLifecycle(value, 'onStart');
      if (isPromiseLike(starting)) return this.#track(node, starting);
      this.#started.add(node);
    } catch (error) {
      this.sources.refusals.keep(node.token, error);
    }
    return undefined;
  }

  /** All have been started: what is asked for from now on was not known before. */
  endStart(): void {
    this.#phase = 'running';
  }

  /** Stops all, then disposes all, both in the reverse of the order in which they were ready. Returns what failed. */
  close(): Promise<readonly StopFailure[]> {
    this.#phase = 'closed';
    // What is still under way is released when it comes to an end.
    this.#stops.push(...this.#takeStops([...this.#built].filter((node) => !this.#underWay.has(node))));
    return runStops(this.#stops);
  }

  /** What `close` has not done yet: first what it waits for, then what comes after. */
  readOpenStops(): string[] {
    return this.#stops.map(({ name }) => name);
  }

  #make(node: Node): unknown {
    if (this.#made.has(node)) return this.#made.get(node);
    this.#made.set(node, neverReady);
    try {
      const value = node.make(this.sources.buildDependencies(node));
      this.#made.set(node, value);
      return value;
    } catch (error) {
      this.#made.delete(node);
      throw error;
    }
  }

  #keep(node: Node, value: unknown): void {
    this.#values.set(node.token, value);
    this.#built.add(node);
  }

  async #startLater(node: Node, making: PromiseLike<unknown>): Promise<void> {
    const value = await making;
    this.#keep(node, value);
    await callLifecycle(value, 'onStart');
  }

  async #track(node: Node, starting: PromiseLike<unknown>): Promise<void> {
    const { startTimeout } = this.sources;
    this.#underWay.add(node);
    try {
      await withTimeLimit(this.#end(node, starting), startTimeout, () => {
        return new ConfigurationError([startTimedOut(describeToken(node.token), node.module, startTimeout)]);
      });
    } catch (error) {
      this.sources.refusals.keep(node.token, error);
    }
  }

  async #end(node: Node, starting: PromiseLike<unknown>): Promise<void> {
    try {
      await starting;
      this.#started.add(node);
    } finally {
      this.#underWay.delete(node);
      if (this.#phase === 'closed' && this.#built.has(node)) await runStops(this.#takeStops([node]));
    }
  }

  #takeStops(nodes: readonly Node[]): Stop[] {
    const reversed = [...nodes].reverse();
    for (const node of reversed) this.#built.delete(node);
    const started = reversed.filter((node) => this.#started.delete(node));
    return [
      ...started.flatMap((node) => readStops(node, this.#values.get(node.token))),
      ...reversed.flatMap((node) => readDisposals(node, this.#values.get(node.token))),
    ];
  }
}

// Stands for what is being made while something asks for it.
const neverReady = { then: nothing };

function describeUnready(token: TokenOf<unknown>): string {
  return `${describeToken(token)} is asked for before it is ready. Name it in \`inject\` of the factory that needs it.`;
}

function nothing(): void {
  // The value has nothing to release.
}
