const brand = Symbol.for('quintet.MiddlewareNotUsed');

/**
 * Thrown by the constructor of a middleware that is not to be used in this application, as Django's class of the same
 * name. The chain goes on without it.
 */
export class MiddlewareNotUsed extends Error {
  override readonly name = 'MiddlewareNotUsed';
  readonly [brand] = true;
}

/** Tells a `MiddlewareNotUsed`, also of another copy of the package. */
export function isMiddlewareNotUsed(error: unknown): error is MiddlewareNotUsed {
  return typeof error === 'object' && error !== null && brand in error;
}
