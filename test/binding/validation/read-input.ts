import { compileInput } from '../../../src/binding/validation/compile-input';
import { defaultLimits, type InputOptions } from '../../../src/binding/validation/input-options';
import type { HttpRequest } from '../../../src/http/request';
import type { ValidationIssue } from '../../../src/http/validation-error';
import type { Class } from '../../../src/metadata/class';

export const bodyOptions: InputOptions = {
  in: 'body',
  isText: false,
  unknownProperties: 'reject',
  limits: defaultLimits,
};

/** Reads an input without a kernel: what it became, and what is wrong with it. */
export function readInput(
  type: Class | readonly [Class],
  value: unknown,
  options: Partial<InputOptions> = {},
): { readonly value: unknown; readonly issues: ValidationIssue[] } {
  const issues: ValidationIssue[] = [];
  const request = Object.create(null) as HttpRequest;
  const read = compileInput(type, { ...bodyOptions, ...options });
  return { value: read(value, { request, issues }), issues };
}
