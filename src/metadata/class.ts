/** A class, also an abstract one. */
// `any` in the parameters: with `never` or `unknown` a class with injected parameters would not be assignable.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AbstractClass<T = object> = abstract new (...parameters: any[]) => T;

/** A class that can be built. */
// `any` for the same reason.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Class<T = object> = new (...parameters: any[]) => T;

/** A value, or the promise of one. */
export type Awaitable<T> = T | PromiseLike<T>;

/** Tells a class from other functions, without calling it. */
export function isClass(value: unknown): value is Class {
  return typeof value === 'function' && typeof value.prototype === 'object' && value.prototype !== null;
}

/** The class itself, then its ancestors, nearest first. */
export function readLineage(type: AbstractClass): AbstractClass[] {
  const lineage: AbstractClass[] = [];
  for (let each: unknown = type; isClass(each); each = Object.getPrototypeOf(each)) lineage.push(each);
  return lineage;
}
