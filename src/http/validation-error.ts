import type { HttpErrorOptions } from './http-error';
import { UnprocessableEntityError } from './http-errors';

/** One rule that a request breaks. */
export interface ValidationIssue {
  /** The part of the request. */
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'body' | 'file';
  /** Where in that part, as a JSON pointer (RFC 6901), such as `/address/zip`. */
  readonly pointer: string;
  /** The rule, such as `isEmail`. */
  readonly rule: string;
  /** What is wrong, for people. */
  readonly message: string;
}

/** The request breaks rules, all of which are told at once: the member `errors` of the problem. */
export class ValidationError extends UnprocessableEntityError {
  readonly errors: readonly ValidationIssue[];

  constructor(errors: readonly ValidationIssue[], detail?: string, options?: HttpErrorOptions) {
    super(detail, { ...options, extensions: { ...options?.extensions, errors } });
    this.errors = errors;
  }
}
