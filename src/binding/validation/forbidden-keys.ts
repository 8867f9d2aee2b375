import { BadRequestError } from '../../http/http-errors';
import type { ValidationIssue } from '../../http/validation-error';

// Names that would reach the prototype of an object that the values are copied to.
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Tells a name that no input may have as a key. */
export function isForbiddenKey(key: string): boolean {
  return forbiddenKeys.has(key);
}

/** Refuses the whole request, with 400, for a key that no input may have. */
export function assertAllowedKey(key: string, source: ValidationIssue['in']): void {
  if (!forbiddenKeys.has(key)) return;
  throw new BadRequestError(`The ${source === 'query' ? 'query' : 'body'} must not have the key "${key}".`);
}
