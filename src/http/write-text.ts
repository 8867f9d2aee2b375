// Imported, since the global has a getter, which each use of it would call.
import { Buffer } from 'node:buffer';
import type { OutgoingHttpHeader } from 'node:http';

import type { Exchange } from './exchange';
import type { HttpResponse } from './response';

/** Writes text past Fastify's reply, which costs more than all else of a small answer. Tells whether it did. */
export function writePast(exchange: Exchange, response: HttpResponse, text: string): boolean {
  const { contentType, existingHeaders } = response;
  if (contentType === undefined || existingHeaders?.needsReply || !isUntouched(exchange)) return false;

  const { request } = exchange;
  const { raw } = exchange.reply;
  // As text: Node looks for what no header may have, which takes several times as long in a number.
  const length = `${Buffer.byteLength(text)}`;
  const headers: OutgoingHttpHeader[] = ['content-type', contentType, 'content-length', length];
  if (existingHeaders) for (const each of existingHeaders.list) headers.push(each);
  // Who chose the id finds its answer by it.
  if (request.headers['x-request-id'] === request.id) headers.push('x-request-id', request.id);
  exchange.end();
  raw.writeHead(response.status, headers);
  raw.end(text);
  return true;
}

// Whether nobody else sees the reply, and nothing may stand on it yet.
function isUntouched({ isAlone, failure, hasSentError, reply }: Exchange): boolean {
  return isAlone && !failure && !hasSentError && !reply.raw.headersSent;
}
