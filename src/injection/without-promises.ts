import { isPromiseLike } from '../http/awaitable';
import { describeToken, type Scope, type TokenOf } from '../metadata/token';

/** A factory whose values are made while requests are served, at once: a promise of one is refused. */
export function withoutPromises<T extends unknown[]>(
  token: TokenOf<unknown>,
  scope: Scope,
  factory: (...dependencies: T) => unknown,
): (...dependencies: T) => unknown {
  return (...dependencies) => {
    const value = factory(...dependencies);
    if (!isPromiseLike(value)) return value;
    // Nobody will wait for it: what it fails with must not end the process.
    value.then(undefined, ignore);
    throw createPromiseError(describeToken(token), scope);
  };
}

function createPromiseError(name: string, scope: Scope): Error {
  return new Error(
    `The factory of ${name} returned a promise, but in the scope '${scope}' everything is built at once. Leave out the scope, so that it runs once at the start; or let middleware set the value: @Middleware({ provides: [${name}] }) and request.scope.set(${name}, await …).`,
  );
}

function ignore(): void {
  // The promise itself is the fault.
}
