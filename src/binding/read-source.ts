import { readRawBody } from '../http/raw-body';
import { readCookies } from '../http/read-cookies';
import type { HttpRequest } from '../http/request';
import type { ParameterSource } from '../metadata/parameters';
import { assertSafeKeys } from './refused-keys';

/** The sources that are there when the view is called. */
export type PlainSource = Exclude<ParameterSource, 'own' | 'file' | 'files'>;

/** Reads one argument, as it stands in the request. */
export type ReadValue = (request: HttpRequest) => unknown;

/** Decides at boot where an argument is read from: one value of the source, or all of it. */
export function compileSource(source: PlainSource, name?: string): ReadValue {
  const readAll = sources[source];
  if (name === undefined) return readAll;
  // Header names are case-insensitive, and Node gives them in lower case.
  const key = source === 'header' ? name.toLowerCase() : name;
  return (request) => readOwn(readAll(request), key);
}

const sources: Readonly<Record<PlainSource, ReadValue>> = {
  param: ({ match }) => match?.params,
  query: readQuery,
  header: ({ headers }) => headers,
  cookie: readCookies,
  body: ({ body }) => body,
  rawBody: readRawBody,
  request: (request) => request,
  signal: ({ signal }) => signal,
};

function readQuery({ query }: HttpRequest): unknown {
  assertSafeKeys(query as object, 'query');
  return query;
}

// A client must not reach what objects inherit, such as `constructor`.
function readOwn(values: unknown, key: string): unknown {
  return typeof values === 'object' && values !== null && Object.hasOwn(values, key)
    ? (values as Record<string, unknown>)[key]
    : undefined;
}
