import { ConfigurationError } from '../errors/configuration-error';
import { refusedDependency } from '../errors/injection-problems';
import { describeToken, type TokenOf } from '../metadata/token';

/** Tells an error by which the singleton of a token may say that it is not to be used. */
export type IsRefusal = (token: TokenOf<unknown>, error: unknown) => boolean;

/** The singletons that are not to be used, each with the error by which it said so. */
export class Refusals {
  readonly #errors = new Map<TokenOf<unknown>, unknown>();

  constructor(private readonly isRefusal: IsRefusal) {}

  /** Keeps what a singleton threw. What is no refusal is thrown again. */
  keep(token: TokenOf<unknown>, error: unknown): void {
    if (!this.isRefusal(token, error)) throw error;
    this.#errors.set(token, error);
  }

  has(token: TokenOf<unknown>): boolean {
    return this.#errors.has(token);
  }

  /** Why a singleton refused; `undefined` where it is used. */
  get(token: TokenOf<unknown>): unknown {
    return this.#errors.get(token);
  }

  /** Throws where something needs what is not to be used. */
  assertUsed(token: TokenOf<unknown>, dependant: string): void {
    const refusal = this.get(token) as Error | undefined;
    if (!refusal) return;
    throw new ConfigurationError([refusedDependency(describeToken(token), dependant, refusal.message)]);
  }
}
