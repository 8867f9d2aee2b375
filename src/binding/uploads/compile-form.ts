import { isPromiseLike } from '../../http/awaitable';
import { UnsupportedMediaTypeError } from '../../http/http-errors';
import type { HttpRequest } from '../../http/request';
import type { ValidationIssue } from '../../http/validation-error';
import type { Awaitable } from '../../metadata/class';
import type { DeclaredParameter } from '../../metadata/parameters';
import type { BindingOptions } from '../binding-options';
import { type FileRule, toFileRule } from './file-rules';
import type { Form, FormPlan } from './form';
import { FormReading } from './form-reading';
import { isMultipart } from './multipart';

/** The form of a request, read when the first of its parameters is due. */
export type OpenForm = (request: HttpRequest, issues: ValidationIssue[]) => Awaitable<Form>;

/** Decides at boot how the form of a method is read; `undefined` where the method takes no file. */
export function compileForm(parameters: readonly DeclaredParameter[], options: BindingOptions): OpenForm | undefined {
  const rules = new Map<string, FileRule>();
  for (const { name, file } of parameters) {
    if (file && name !== undefined) rules.set(name, toFileRule(name, file));
  }
  if (rules.size === 0) return undefined;

  const files = [...rules.values()].reduce((sum, { maxSize, maxCount }) => sum + maxSize * maxCount, 0);
  const rejectsUnknown = options.unknownProperties === 'reject';
  const plan: FormPlan = { rules, rejectsUnknown, limit: options.bodyLimit + files };
  const known = new WeakMap<HttpRequest, Form>();
  return (request, issues) => {
    const read = known.get(request);
    if (read) return read;
    return readForm(request, plan, issues).then((form) => {
      known.set(request, form);
      return form;
    });
  };
}

/** What to do when a method that takes a streamed file has come to its end: the rest of the form is read. */
export function withRestOfForm<View>(
  invoke: (view: View, request: HttpRequest) => unknown,
  open: OpenForm,
): (view: View, request: HttpRequest) => unknown {
  const readRest = async (request: HttpRequest): Promise<void> => {
    const form = await open(request, []);
    // Where it was not read to its end, the connection is closed with the answer.
    if (form.streamed?.isRead === true) await form.readRest();
  };
  return (view, request) => {
    const returned = invoke(view, request);
    if (!isPromiseLike(returned)) return returned;
    return returned.then((value: unknown) =>
      readRest(request).then(
        () => value,
        // The view has had all that it asked for.
        () => value,
      ),
    );
  };
}

async function readForm(request: HttpRequest, plan: FormPlan, issues: ValidationIssue[]): Promise<Form> {
  if (!isMultipart(request) && request.headers['content-type'] !== undefined) {
    throw new UnsupportedMediaTypeError('The body must be multipart/form-data.');
  }
  if (request.body !== undefined) {
    throw new Error('@fastify/multipart reads forms before @File can: register it without attachFieldsToBody.');
  }
  const form = new FormReading(request, plan, issues);
  await form.read();
  form.addMissing();
  return form;
}
