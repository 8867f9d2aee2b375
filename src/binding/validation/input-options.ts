import type { HttpRequest } from '../../http/request';
import type { ValidationIssue } from '../../http/validation-error';

/** How far an input may go. What goes beyond is refused, with the rules `depth` and `items`. */
export interface InputLimits {
  /** How many levels objects and arrays may nest, the input itself being the first. */
  readonly depth: number;
  /** How many items an array may have. */
  readonly items: number;
  /** How many issues are told; the others are not looked for. */
  readonly issues: number;
}

/** The limits of an application that sets none. */
export const defaultLimits: InputLimits = { depth: 32, items: 10_000, issues: 100 };

/** What becomes of a key that has no rule on its class. */
export type UnknownProperties = 'reject' | 'strip' | 'allow';

/** How one input is read: fixed at boot. */
export interface InputOptions {
  readonly in: ValidationIssue['in'];
  /** Query, path, header, cookie, form: fields arrive as text, and are converted by type. */
  readonly isText: boolean;
  readonly unknownProperties: UnknownProperties;
  readonly groups?: readonly string[] | undefined;
  readonly limits: InputLimits;
}

/** The request whose input is read, and the issues of all its inputs. */
export interface InputCall {
  readonly request: HttpRequest;
  readonly issues: ValidationIssue[];
}

/**
 * Builds an instance and checks it. What is wrong is added to the issues.
 *
 * The answer is the instance, or `undefined` where there were issues; a promise of it where a rule gave a promise.
 */
export type ReadInput = (value: unknown, call: InputCall) => unknown;
