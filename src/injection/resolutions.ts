import type { TokenOf } from '../metadata/token';

/** The values of one resolution, such as building a view. */
export type Resolution = Map<TokenOf<unknown>, unknown>;

/** What tsyringe calls `ResolutionScoped`: one value for all that is built in one go. Building is synchronous. */
export class Resolutions {
  #current: Resolution | undefined;

  /** The resolution that is under way. */
  get current(): Resolution | undefined {
    return this.#current;
  }

  /** Builds as part of a resolution; without one, as a new one. */
  within<T>(resolution: Resolution | undefined, build: () => T): T {
    const outer = this.#current;
    this.#current = resolution ?? new Map<TokenOf<unknown>, unknown>();
    try {
      return build();
    } finally {
      this.#current = outer;
    }
  }

  /** The value of the resolution under way, made when it is first asked for. */
  readOnce(token: TokenOf<unknown>, make: () => unknown): unknown {
    const values = this.#current;
    if (!values) return make();
    if (!values.has(token)) values.set(token, make());
    return values.get(token);
  }
}
