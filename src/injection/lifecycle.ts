import type { Awaitable } from '../metadata/class';

/** A singleton that has something to do before the kernel listens. Dependencies start first. */
export interface OnStart {
  onStart(): Awaitable<void>;
}

/** A singleton that has something to do when the kernel closes, before it is disposed. Dependencies stop last. */
export interface OnStop {
  onStop(): Awaitable<void>;
}

/** Releases a value: `[Symbol.asyncDispose]`, `[Symbol.dispose]`, or tsyringe's `dispose`; `undefined` has none of them. */
export function readDisposal(value: unknown): (() => unknown) | undefined {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return undefined;
  for (const name of disposalNames) {
    const dispose: unknown = Reflect.get(value, name);
    if (typeof dispose === 'function') return () => Reflect.apply(dispose, value, []) as unknown;
  }
  return undefined;
}

/** Tells whether `readDisposal` finds a way to release a value. It is asked of every object of a request. */
export function isDisposable(value: unknown): boolean {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false;
  const { [Symbol.asyncDispose]: release, [Symbol.dispose]: releaseNow, dispose } = value as Partial<Disposables>;
  return typeof release === 'function' || typeof releaseNow === 'function' || typeof dispose === 'function';
}

interface Disposables {
  readonly [Symbol.asyncDispose]: unknown;
  readonly [Symbol.dispose]: unknown;
  readonly dispose: unknown;
}

// Node 20 has `Symbol.asyncDispose`; where it lacks, TypeScript's output uses `Symbol.for` of the same name.
const disposalNames: readonly (string | symbol)[] = [Symbol.asyncDispose, Symbol.dispose, 'dispose'];

/** Tells whether a value has `onStart` or `onStop`. */
export function hasLifecycle(value: unknown, name: 'onStart' | 'onStop'): boolean {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, name) === 'function';
}

/** Calls `onStart` or `onStop` where the value has it. */
export function callLifecycle(value: unknown, name: 'onStart' | 'onStop'): unknown {
  return hasLifecycle(value, name)
    ? Reflect.apply(Reflect.get(value as object, name) as () => unknown, value, [])
    : undefined;
}
