import type { FastifyReply } from 'fastify';

import type { Exchange } from './exchange';
import type { HttpHeaders } from './headers';
import type { HttpResponse } from './response';

/**
 * Puts the headers of a response on the reply. They replace those that a plugin has put there, but `set-cookie` adds to
 * them, and `vary` joins.
 */
export function putHeaders(exchange: Exchange, response: HttpResponse, hasBody: boolean): void {
  const { reply, request } = exchange;
  const headers = response.existingHeaders;
  if (headers) putAll(exchange, headers);
  if (hasBody && headers?.has('content-type') !== true) {
    const { contentType } = response;
    if (contentType !== undefined) reply.header('content-type', contentType);
  }
  // Who chose the id finds its answer by it.
  if (request.headers['x-request-id'] === request.id) reply.header('x-request-id', request.id);
}

function putAll(exchange: Exchange, headers: HttpHeaders): void {
  const { reply } = exchange;
  exchange.sentHeaders = headers;
  headers.forEach((value, name) => {
    reply.header(name, name === 'vary' ? joinVary(reply.getHeader('vary'), String(value)) : value);
  });
}

/** Takes back what was put on the reply, so that an error can be answered in its place. */
export function removeHeaders({ reply, sentHeaders }: Exchange): void {
  for (const name of ['content-type', 'content-length']) reply.removeHeader(name);
  sentHeaders?.forEach((_, name) => {
    // A plugin's cookies must not be lost with ours.
    if (name !== 'set-cookie') reply.removeHeader(name);
  });
}

function joinVary(present: ReturnType<FastifyReply['getHeader']>, added: string): string {
  const names = [present ?? [], added].flat().flatMap((each) => String(each).split(/\s*,\s*/));
  const unique = new Map(names.map((name) => [name.toLowerCase(), name]));
  return [...unique.values()].join(', ');
}
