import type { Exchange } from './exchange';
import type { HttpResponse } from './response';

/**
 * Tells whether text may be written past Fastify's reply, which costs more than all else of a small answer: nobody else
 * sees the reply, nothing may stand on it yet, and the headers are none of those that Fastify completes.
 */
export function isWrittenPast(exchange: Exchange, { contentType, existingHeaders }: HttpResponse): boolean {
  if (!exchange.isSealed || exchange.failure || exchange.hasSentError) return false;
  if (contentType === undefined || exchange.reply.raw.headersSent) return false;
  return !existingHeaders || !(existingHeaders.has('content-type') || existingHeaders.has('content-length'));
}

/** Writes text to the connection itself. */
export function writeText({ request, reply }: Exchange, response: HttpResponse, text: string): void {
  const { raw } = reply;
  const length = String(Buffer.byteLength(text));
  const headers: (string | string[])[] = ['content-type', response.contentType ?? '', 'content-length', length];
  response.existingHeaders?.forEach((value, name) => headers.push(name, value));
  // Who chose the id finds its answer by it.
  if (request.headers['x-request-id'] === request.id) headers.push('x-request-id', request.id);
  raw.writeHead(response.status, headers);
  raw.end(text);
}
