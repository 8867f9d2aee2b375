/**
 * Tells an object literal or an array, which most answers are. It is asked first, since looking for the methods of a
 * stream on answers of many shapes costs more than the prototype does.
 */
export function isLiteral(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype;
}
