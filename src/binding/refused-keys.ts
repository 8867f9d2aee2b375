import { BadRequestError } from '../http/http-errors';

// Names that would reach the prototype of an object that the values are copied to.
const refusedKeys = ['__proto__', 'constructor', 'prototype'];

/** Refuses, with 400, values by names that reach a prototype. */
export function assertSafeKeys(values: object, part: string): void {
  // What `in` finds may be inherited. In most values, which inherit nothing, it finds nothing, and costs nothing.
  if ('__proto__' in values || 'constructor' in values || 'prototype' in values) refuseOwn(values, part);
}

function refuseOwn(values: object, part: string): void {
  const refused = refusedKeys.find((key) => Object.hasOwn(values, key));
  if (refused !== undefined) throw new BadRequestError(`The ${part} must not have the key "${refused}".`);
}
