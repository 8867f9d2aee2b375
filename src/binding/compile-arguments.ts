import { isPromiseLike } from '../http/awaitable';
import type { HttpRequest } from '../http/request';
import { ValidationError, type ValidationIssue } from '../http/validation-error';
import type { DeclaredParameter } from '../metadata/parameters';
import type { BindingOptions } from './binding-options';
import { compileParameter } from './compile-parameter';
import { GeneratedFunction } from './generated-function';
import type { ReadArgument } from './read-argument';
import { compileForm, withRestOfForm } from './uploads/compile-form';

/** Calls a view's method with the arguments of a request. It waits only for arguments that are promises. */
export type Invoke = (view: object, request: HttpRequest) => unknown;

/**
 * Decides at boot how the arguments of a method are read, so that a request only reads them.
 *
 * All values that do not fit are answered together, with 422.
 */
export function compileInvoke(
  action: string,
  parameters: readonly DeclaredParameter[],
  options: BindingOptions,
): Invoke {
  const openForm = compileForm(parameters, options);
  const boundNames = parameters.flatMap(({ source, name }) => (source === 'query' ? (name ?? []) : []));
  const method = { options, openForm, boundNames };
  const readers: (ReadArgument | undefined)[] = [];
  for (const parameter of parameters) readers[parameter.index] = compileParameter(parameter, method);
  const all = Array.from(readers, (read) => read ?? readNothing);
  const invoke = all.length === 0 ? callPlainly(action) : compileCall(action, all);
  return openForm && parameters.some(({ file }) => file?.stream) ? withRestOfForm(invoke, openForm) : invoke;
}

type Callable = Readonly<Record<string, (...values: unknown[]) => unknown>>;

function callPlainly(action: string): Invoke {
  return (view) => (view as Callable)[action]?.();
}

// Written as text, so that no list is made for a request, unless it has to wait.
function compileCall(action: string, readers: readonly ReadArgument[]): Invoke {
  const generated = new GeneratedFunction();
  const names = readers.map((_, index) => `value${index}`);
  const statements = readers.map((read, index) => {
    const name = `value${index}`;
    const values = names.slice(0, index).join();
    return `const ${name} = ${generated.bind('read', read)}(request, issues);
      if (isPromiseLike(${name})) return readOn({ view, request, issues, values: [${values}] }, ${name});`;
  });
  const source = `(view, request) => {
    const issues = [];
    ${statements.join('\n')}
    if (issues.length > 0) throw new ValidationError(issues);
    return view[${JSON.stringify(action)}]?.(${names.join()});
  }`;
  return generated.compile(source, {
    isPromiseLike,
    readOn: compileReading(action, readers),
    ValidationError,
  }) as Invoke;
}

type ReadOn = (reading: Reading, latest: unknown) => unknown;

// The arguments of one request, as far as they have been read.
interface Reading {
  readonly view: object;
  readonly request: HttpRequest;
  readonly issues: ValidationIssue[];
  readonly values: unknown[];
}

// One after the other, so that a promise that is broken is never left alone.
function compileReading(action: string, readers: readonly ReadArgument[]): ReadOn {
  const readOn: ReadOn = (reading, latest) => {
    const { view, request, issues, values } = reading;
    let value = latest;
    for (;;) {
      if (isPromiseLike(value)) return value.then((settled) => readOn(reading, settled));
      values.push(value);
      const next = readers[values.length];
      if (!next) break;
      value = next(request, issues);
    }
    if (issues.length > 0) throw new ValidationError(issues);
    return (view as Callable)[action]?.(...values);
  };
  return readOn;
}

function readNothing(): undefined {
  return undefined;
}
