import { andThen } from '../http/awaitable';
import { UnsupportedMediaTypeError } from '../http/http-errors';
import type { HttpRequest } from '../http/request';
import type { Class } from '../metadata/class';
import type { DeclaredParameter } from '../metadata/parameters';
import type { BindingOptions } from './binding-options';
import type { InputParameter } from './input-parameter';
import type { ReadArgument } from './read-argument';
import { compileSource, type PlainSource } from './read-source';
import { assertSafeKeys } from './refused-keys';
import type { OpenForm } from './uploads/compile-form';
import { isMultipart } from './uploads/multipart';
import { compileInput } from './validation/compile-input';
import type { ReadInput } from './validation/input-options';

/** Decides at boot how a whole part of the request becomes an instance of a class, with all its rules checked. */
export function compileInputParameter(
  { source, body = {} }: DeclaredParameter,
  input: InputParameter,
  { options, openForm }: { readonly options: BindingOptions; readonly openForm: OpenForm | undefined },
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
  const read = compileSource(source as PlainSource);
  const readInput = compile(true);
  return (request, issues) => readInput(read(request), { request, issues });
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
