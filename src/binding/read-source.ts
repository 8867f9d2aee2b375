import { BadRequestError } from '../http/http-errors';
import { readRawBody } from '../http/raw-body';
import { readCookies } from '../http/read-cookies';
import type { HttpRequest } from '../http/request';
import type { ParameterSource } from '../metadata/parameters';

/** Reads one argument, as it stands in the request. */
export type ReadValue = (request: HttpRequest) => unknown;

/** Decides at boot where an argument is read from: one value of the source, or all of it. */
export function compileSource(source: Exclude<ParameterSource, 'own'>, name?: string): ReadValue {
  const readAll = sources[source];
  if (name === undefined) return readAll;
  // Header names are case-insensitive, and Node gives them in lower case.
  const key = source === 'header' ? name.toLowerCase() : name;
  return (request) => readOwn(readAll(request), key);
}

const sources: Readonly<Record<Exclude<ParameterSource, 'own'>, ReadValue>> = {
  param: ({ match }) => match?.params,
  query: readQuery,
  header: ({ headers }) => headers,
  cookie: readCookies,
  body: ({ body }) => body,
  rawBody: readRawBody,
  request: (request) => request,
  signal: ({ signal }) => signal,
};

// Names that would reach the prototype of an object that the query is copied to.
const refusedKeys = ['__proto__', 'constructor', 'prototype'];

function readQuery({ query }: HttpRequest): unknown {
  const refused = refusedKeys.find((key) => Object.hasOwn(query as object, key));
  if (refused !== undefined) throw new BadRequestError(`The query must not have the key "${refused}".`);
  return query;
}

// A client must not reach what objects inherit, such as `constructor`.
function readOwn(values: unknown, key: string): unknown {
  return typeof values === 'object' && values !== null && Object.hasOwn(values, key)
    ? (values as Record<string, unknown>)[key]
    : undefined;
}
