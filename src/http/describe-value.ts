/** A value for a message: a number or text as it is written in code, anything else by its kind. */
export function describeValue(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? JSON.stringify(value) : describeKind(value);
}

/** What kind of value it is, for a message that must not show the value. */
export function describeKind(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (typeof value === 'object') return Array.isArray(value) ? 'an array' : 'an object';
  return `a ${typeof value}`;
}
