import { parse } from 'cookie';

import type { HttpRequest } from './request';

/** The cookies of a request, decoded: as `@fastify/cookie` has read them where it is registered. */
export function readCookies(request: HttpRequest): Readonly<Record<string, string | undefined>> {
  const read = (request as { readonly cookies?: Readonly<Record<string, string | undefined>> }).cookies;
  return read ?? parse(request.headers.cookie ?? '');
}
