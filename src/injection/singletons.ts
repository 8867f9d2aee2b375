import { describeToken, type TokenOf } from '../metadata/token';
import { callLifecycle, hasLifecycle, readDisposal } from './lifecycle';
import type { Node } from './node';

/** What failed while singletons were stopped and disposed. */
export interface StopFailure {
  /** `Database.onStop`, `the disposal of Database`. */
  readonly name: string;
  readonly error: unknown;
}

/** The values that live as long as the kernel. */
export class Singletons {
  readonly #values = new Map<TokenOf<unknown>, unknown>();
  readonly #built: Node[] = [];
  readonly #started: Node[] = [];

  // What `close` has still to do, in its order.
  readonly #stops: { readonly name: string; readonly run: () => unknown }[] = [];

  /** Why singletons refused to be used. */
  readonly refusals = new Map<TokenOf<unknown>, unknown>();

  constructor(
    private readonly readDependencies: (node: Node) => unknown[],
    private readonly isRefusal: (token: TokenOf<unknown>, error: unknown) => boolean,
  ) {}

  /** The value; `start` has built it. */
  get(token: TokenOf<unknown>): unknown {
    return this.#values.get(token);
  }

  /** Builds and starts one after the other. They are in dependency order. If one fails, `close` stops the others. */
  async start(nodes: readonly Node[]): Promise<void> {
    for (const node of nodes) await this.#startUnlessRefused(node);
  }

  /** Stops all, then disposes all, both in reverse order. Returns what failed. */
  async close(): Promise<readonly StopFailure[]> {
    this.#stops.push(...this.#readStops(), ...this.#readDisposals());
    const failures: StopFailure[] = [];
    for (let stop = this.#stops[0]; stop; stop = this.#stops[0]) {
      try {
        await stop.run();
      } catch (error) {
        failures.push({ name: stop.name, error });
      }
      this.#stops.shift();
    }
    return failures;
  }

  /** What `close` has not done yet: first what it waits for, then what comes after. */
  readOpenStops(): string[] {
    return this.#stops.map(({ name }) => name);
  }

  #readStops() {
    return this.#started
      .splice(0)
      .reverse()
      .filter(({ token }) => hasLifecycle(this.#values.get(token), 'onStop'))
      .map(({ token }) => ({
        name: `${describeToken(token)}.onStop`,
        run: () => callLifecycle(this.#values.get(token), 'onStop'),
      }));
  }

  #readDisposals() {
    return this.#built
      .splice(0)
      .reverse()
      .flatMap(({ token, dispose }) => {
        const value = this.#values.get(token);
        const run = dispose ? () => dispose(value) : readDisposal(value);
        return run ? [{ name: `The disposal of ${describeToken(token)}`, run }] : [];
      });
  }

  async #startUnlessRefused(node: Node): Promise<void> {
    try {
      await this.#startOne(node);
    } catch (error) {
      if (!this.isRefusal(node.token, error)) throw error;
      this.refusals.set(node.token, error);
    }
  }

  async #startOne(node: Node): Promise<void> {
    // Of a factory that answers with a promise, what depends on it gets the value.
    const value = await node.make(this.readDependencies(node));
    this.#values.set(node.token, value);
    this.#built.push(node);
    await callLifecycle(value, 'onStart');
    this.#started.push(node);
  }
}
