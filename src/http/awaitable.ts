import type { Awaitable } from '../metadata/class';

/** Passes a value on: at once, or when the promise of it is kept. */
export function andThen<T, R>(value: Awaitable<T>, next: (value: T) => Awaitable<R>): Awaitable<R> {
  return isPromiseLike(value) ? value.then(next) : next(value);
}

/** Tells whether a value must be waited for. */
// Not `instanceof Promise`: Jest gives each test file its own Promise, and promises that Node makes are not one of it.
export function isPromiseLike<T>(value: Awaitable<T>): value is PromiseLike<T> {
  return (
    typeof value === 'object' && value !== null && typeof (value as { readonly then?: unknown }).then === 'function'
  );
}
