import type { OutgoingHttpHeader } from 'node:http';

import type { Exchange } from './exchange';
import type { HttpResponse } from './response';

/**
 * Writes text past Fastify's reply, which costs more than all else of a small answer. Tells whether it did: only where
 * nobody else sees the reply, nothing may stand on it yet, and no header is one that Fastify or the reply completes.
 */
export function writePast(exchange: Exchange, response: HttpResponse, text: string): boolean {
  const { raw } = exchange.reply;
  const { contentType, existingHeaders } = response;
  if (!exchange.isAlone || exchange.failure || exchange.hasSentError || raw.headersSent) return false;
  if (contentType === undefined || existingHeaders?.hasAny(completed)) return false;

  const { request } = exchange;
  const length = String(Buffer.byteLength(text));
  const headers: OutgoingHttpHeader[] = ['content-type', contentType, 'content-length', length];
  existingHeaders?.forEach((value, name) => headers.push(name, value));
  // Who chose the id finds its answer by it.
  if (request.headers['x-request-id'] === request.id) headers.push('x-request-id', request.id);
  exchange.end();
  raw.writeHead(response.status, headers);
  raw.end(text);
  return true;
}

const completed: ReadonlySet<string> = new Set(['content-type', 'content-length', 'vary', 'x-request-id']);
