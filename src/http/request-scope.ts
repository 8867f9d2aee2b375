import type { TokenOf } from '../metadata/token';

/** The objects of one request. Also an injection token: a view that injects it gets the scope of its own request. */
export abstract class RequestScope {
  /** The value of a token or class, built if need be. Throws when nothing provides it. */
  abstract get<T>(token: TokenOf<T>): T;

  /** Fills a token for the rest of the request. The value is disposed with the scope. */
  abstract set<T>(token: TokenOf<T>, value: NoInfer<T>): void;

  /** Tells whether the token was filled by `set`. */
  abstract has(token: TokenOf<unknown>): boolean;
}
