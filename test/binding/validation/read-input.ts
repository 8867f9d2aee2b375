import { compileInput } from '../../../src/binding/validation/compile-input';
import { defaultLimits, type InputOptions } from '../../../src/binding/validation/input-options';
import type { HttpRequest } from '../../../src/http/request';
import type { ValidationIssue } from '../../../src/http/validation-error';
import type { Class } from '../../../src/metadata/class';

const bodyOptions: InputOptions = {
  in: 'body',
  isText: false,
  unknownProperties: 'reject',
  limits: defaultLimits,
};

/** What an input became, and what is wrong with it. */
export interface InputRead {
  readonly value: unknown;
  readonly issues: ValidationIssue[];
}

/** Compiles an input, to be read without a kernel. */
export function compileReader(type: Class | readonly [Class], options: Partial<InputOptions> = {}) {
  const read = compileInput(type, { ...bodyOptions, ...options });
  return (value: unknown): InputRead => {
    const issues: ValidationIssue[] = [];
    const request = Object.create(null) as HttpRequest;
    return { value: read(value, { request, issues }), issues };
  };
}

/** Reads one input. */
export function readInput(
  type: Class | readonly [Class],
  value: unknown,
  options: Partial<InputOptions> = {},
): InputRead {
  return compileReader(type, options)(value);
}
