import type { TokenOf } from '../metadata/token';
import { callLifecycle, readDisposal } from './lifecycle';
import type { Node } from './node';

/** The values that live as long as the kernel. */
export class Singletons {
  readonly #values = new Map<TokenOf<unknown>, unknown>();
  readonly #built: Node[] = [];
  readonly #started: Node[] = [];

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
  async close(): Promise<readonly unknown[]> {
    const started = this.#started.splice(0).reverse();
    const built = this.#built.splice(0).reverse();
    const failures: unknown[] = [];
    const attempt = async (work: () => unknown) => {
      try {
        await work();
      } catch (error) {
        failures.push(error);
      }
    };

    for (const { token } of started) await attempt(() => callLifecycle(this.#values.get(token), 'onStop'));
    for (const { token, dispose } of built) {
      const value = this.#values.get(token);
      await attempt(dispose ? () => dispose(value) : (readDisposal(value) ?? nothing));
    }
    return failures;
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

function nothing(): void {
  // The value has nothing to release.
}
