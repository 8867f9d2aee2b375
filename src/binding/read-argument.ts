import type { HttpRequest } from '../http/request';
import type { ValidationIssue } from '../http/validation-error';

/** Reads one argument from a request, or the promise of it; what does not fit is added to the issues. */
export type ReadArgument = (request: HttpRequest, issues: ValidationIssue[]) => unknown;
