import { STATUS_CODES } from 'node:http';

import type { HttpError } from '../http/http-error';
import { ValidationError } from '../http/validation-error';
import { readEntryClass } from '../metadata/middleware';
import { readRaised, readResponseHeaders, readReturns } from '../metadata/answers';
import { type AbstractClass, type Class, readLineage } from '../metadata/class';
import { readsBody } from '../metadata/parameters';
import type { RouteDefinition } from '../routing/route-definition';
import { RedirectView } from '../views/redirect-view';
import type { OpenApiResponse } from './document';
import type { DocOptions } from './doc';
import type { ErrorBodies } from './error-bodies';
import { mayBeRefused } from './parameters';
import type { Schemas } from './schemas';

/** What the answers of an operation are read from. */
export interface AnswerParts {
  readonly route: RouteDefinition;
  readonly schemas: Schemas;
  readonly errors: ErrorBodies;
  readonly doc: DocOptions;
  /** Whether a client must prove who it is, so that it may fail to. */
  readonly isSecured: boolean;
}

/** The answers of an operation, by status: what it returns, what it raises, and what the framework refuses before it. */
export function readResponses(parts: AnswerParts): Readonly<Record<string, OpenApiResponse>> {
  const { doc, errors } = parts;
  const responses = new Map<number, OpenApiResponse>([readSuccess(parts)]);
  const failures = readFailures(parts);
  for (const [status, details] of failures) {
    const own = [...details].filter((detail) => detail !== undefined);
    const description = own.length > 0 ? own.join(' ') : describeStatus(status);
    responses.set(status, { description, content: errors.read(status, isOfValidation(parts, status)) });
  }
  for (const [text, description] of Object.entries(doc.responses ?? {})) {
    const status = Number(text);
    const error = status >= 400 ? { content: errors.read(status, false) } : {};
    responses.set(status, { ...(responses.get(status) ?? error), description });
  }
  return Object.fromEntries([...responses].sort(([left], [right]) => left - right));
}

function readSuccess({ route, schemas }: AnswerParts): [number, OpenApiResponse] {
  const { view, action, status, mounted } = route;
  if (isRedirect(view, action)) {
    const code = mounted.init['permanent'] === true ? 308 : 307;
    const headers = { location: { schema: { type: 'string', format: 'uri-reference' } } } as const;
    return [code, { description: describeStatus(code), headers }];
  }
  const headers = readResponseHeaders(view, action).map(
    ({ name, value }) =>
      [name.toLowerCase(), { schema: { type: 'string' }, example: [value].flat().join(', ') }] as const,
  );
  const returns = readReturns(view, action);
  const schema = returns?.type && schemas.read(returns.type, { way: 'out', groups: returns.options.groups ?? [] });
  return [
    status,
    {
      description: describeStatus(status),
      ...(headers.length > 0 && { headers: Object.fromEntries(headers) }),
      ...(schema && {
        content: { 'application/json': { schema: returns.isList ? { type: 'array', items: schema } : schema } },
      }),
    },
  ];
}

// By status, with what the errors of this status say of themselves.
function readFailures(parts: AnswerParts): ReadonlyMap<number, ReadonlySet<string | undefined>> {
  const { route, isSecured } = parts;
  const failures = new Map<number, Set<string | undefined>>();
  const add = (status: number, detail?: string) =>
    failures.set(status, (failures.get(status) ?? new Set()).add(detail));

  if (readsBody(route.parameters)) [400, 413, 415].forEach((status) => add(status));
  if (isSecured) add(401);
  if (mayBeRefused(route)) add(422);
  for (const { status, detail } of readRaisedErrors(route)) add(status, detail);
  return failures;
}

function readRaisedErrors({ view, action, mounted, methodChain }: RouteDefinition): RaisedError[] {
  const middleware = [...mounted.chain, ...methodChain].map((entry) => readEntryClass(entry));
  const classes = [...middleware.flatMap((each) => readRaised(each, '')), ...readRaised(view, action)];
  return classes.flatMap((each) => readError(each) ?? []);
}

interface RaisedError extends Pick<HttpError, 'status' | 'detail'> {
  readonly isOfValidation: boolean;
}

// An error says its status when it is made. One that wants more than it is given here shows it by failing.
function readError(type: Class): RaisedError | undefined {
  for (const each of readLineage(type)) {
    try {
      const { status, detail } = new (each as Class<HttpError>)();
      const isOfValidation = readLineage(type).includes(ValidationError);
      // What an error makes of what it is given shows only then.
      if (typeof status === 'number') return { status, detail: each.length === 0 ? detail : undefined, isOfValidation };
    } catch {
      // Its base class may be made without more.
    }
  }
  return undefined;
}

function isOfValidation({ route }: AnswerParts, status: number): boolean {
  return status === 422 && readRaisedErrors(route).every((each) => each.status !== status || each.isOfValidation);
}

/** Tells an action that redirects from those that a subclass of `RedirectView` has of its own. */
export function isRedirect(view: AbstractClass, action: string): boolean {
  return readLineage(view).includes(RedirectView) && Object.hasOwn(RedirectView.prototype, action);
}

function describeStatus(status: number): string {
  return STATUS_CODES[status] ?? `Status ${status}`;
}
