import { andThen } from '../http/awaitable';
import { UnsupportedMediaTypeError } from '../http/http-errors';
import type { HttpRequest } from '../http/request';
import type { Class } from '../metadata/class';
import type { DeclaredParameter } from '../metadata/parameters';
import type { BindingOptions } from './binding-options';
import { readDto } from './dto/read-dto';
import type { InputParameter } from './input-parameter';
import type { ReadArgument } from './read-argument';
import { compileSource, type PlainSource, type ReadValue } from './read-source';
import { assertSafeKeys } from './refused-keys';
import type { OpenForm } from './uploads/compile-form';
import { isMultipart } from './uploads/multipart';
import { compileInput } from './validation/compile-input';
import type { ReadInput } from './validation/input-options';

/** What is known of the method of a parameter. */
export interface MethodParts {
  readonly options: BindingOptions;
  readonly openForm: OpenForm | undefined;
  /** The names of the query that other parameters of the method are bound to. */
  readonly boundNames: readonly string[];
}

/** Decides at boot how a whole part of the request becomes an instance of a class, with all its rules checked. */
export function compileInputParameter(
  { source, body = {} }: DeclaredParameter,
  input: InputParameter,
  { options, openForm, boundNames }: MethodParts,
): ReadArgument {
  const compile = (isText: boolean): ReadInput =>
    compileInput(input.type as Class | readonly [Class], {
      in: input.in,
      isText,
      unknownProperties: input.strips ? 'strip' : (body.unknownProperties ?? options.unknownProperties),
      groups: body.groups,
      limits: options.limits,
    });

  if (source === 'body') return compileBody(compile, { openForm, acceptsForms: options.acceptsForms, input });
  const readAll = compileSource(source as PlainSource);
  const read = source === 'query' ? withoutNames(readAll, readForeignNames(input.type as Class, boundNames)) : readAll;
  const readInput = compile(true);
  return (request, issues) => readInput(read(request), { request, issues });
}

// What another parameter is bound to is not unknown; a field of the same name is filled, too.
function readForeignNames(type: Class, boundNames: readonly string[]): readonly string[] {
  if (boundNames.length === 0) return [];
  const own = new Set(readDto(type).fields.flatMap(({ name, expose }) => [name, expose?.name ?? name]));
  return boundNames.filter((name) => !own.has(name));
}

function withoutNames(readAll: ReadValue, names: readonly string[]): ReadValue {
  if (names.length === 0) return readAll;
  return (request) => {
    const rest = { ...(readAll(request) as Record<string, unknown>) };
    for (const name of names) Reflect.deleteProperty(rest, name);
    return rest;
  };
}

interface BodyParts {
  readonly openForm: OpenForm | undefined;
  readonly acceptsForms: boolean;
  readonly input: InputParameter;
}

function compileBody(
  compile: (isText: boolean) => ReadInput,
  { openForm, acceptsForms, input }: BodyParts,
): ReadArgument {
  if (openForm) {
    const readFields = compile(true);
    return (request, issues) =>
      andThen(openForm(request, issues), ({ fields }) => readFields(fields, { request, issues }));
  }
  const readJson = compile(false);
  if (!acceptsForms) return (request, issues) => readJson(readBody(request), { request, issues });

  // A list has no fields, so a form is none.
  const readForm = Array.isArray(input.type) ? refuseForm : compile(true);
  return (request, issues) => {
    const body = readBody(request);
    if (!isForm(request)) return readJson(body, { request, issues });
    assertSafeKeys(body as object, 'form');
    return readForm(body, { request, issues });
  };
}

// Where the application takes forms with files in routes of its own, they are not read for anybody else.
function readBody(request: HttpRequest): unknown {
  const { body } = request;
  if (body === undefined && isMultipart(request)) throw new UnsupportedMediaTypeError();
  return body;
}

function isForm({ headers }: HttpRequest): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
}

function refuseForm(): never {
  throw new UnsupportedMediaTypeError('A list cannot be sent as a form.');
}
