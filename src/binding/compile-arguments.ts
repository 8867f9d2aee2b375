import type { HttpRequest } from '../http/request';
import { ValidationError, type ValidationIssue } from '../http/validation-error';
import type { DeclaredParameter } from '../metadata/parameters';
import { compileParameter, type ReadArgument } from './compile-parameter';

/** Calls a view's method with the arguments of a request. */
export type Invoke = (view: object, request: HttpRequest) => unknown;

/**
 * Decides at boot how the arguments of a method are read, so that a request only reads them.
 *
 * All values that do not fit are answered together, with 422.
 */
export function compileInvoke(action: string, parameters: readonly DeclaredParameter[]): Invoke {
  const readers: (ReadArgument | undefined)[] = [];
  for (const parameter of parameters) readers[parameter.index] = compileParameter(parameter);
  const [first, second, ...others] = Array.from(readers, (read) => read ?? readNothing);

  // Written out for the usual counts: no list is made for a request.
  if (!first) return (view) => (view as Callable)[action]?.();
  if (!second) return (view, request) => (view as Callable)[action]?.(readAlone(first, request));
  return (view, request) => {
    const issues: ValidationIssue[] = [];
    const one = first(request, issues);
    const two = second(request, issues);
    const rest = others.map((read) => read(request, issues));
    if (issues.length > 0) throw new ValidationError(issues);
    return (view as Callable)[action]?.(one, two, ...rest);
  };
}

type Callable = Readonly<Record<string, (...values: unknown[]) => unknown>>;

function readAlone(read: ReadArgument, request: HttpRequest): unknown {
  const issues: ValidationIssue[] = [];
  const value = read(request, issues);
  if (issues.length > 0) throw new ValidationError(issues);
  return value;
}

function readNothing(): undefined {
  return undefined;
}
