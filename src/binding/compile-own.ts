import { isPromiseLike } from '../http/awaitable';
import type { HttpRequest } from '../http/request';
import { ValidationError, type ValidationIssue } from '../http/validation-error';
import type { ReadArgument } from './read-argument';

/** Decides at boot how an argument of a `createParameter` decorator is read. */
export function compileOwn(read: (request: HttpRequest) => unknown): ReadArgument {
  return (request, issues) => {
    try {
      const value = read(request);
      return isPromiseLike(value) ? value.then(undefined, (error: unknown) => collect(error, issues)) : value;
    } catch (error) {
      return collect(error, issues);
    }
  };
}

// What is wrong with all arguments is told at once.
function collect(error: unknown, issues: ValidationIssue[]): unknown {
  if (!(error instanceof ValidationError)) throw error;
  issues.push(...error.errors);
  return undefined;
}
