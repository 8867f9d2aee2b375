import type { IncomingMessage } from 'node:http';

import type { FastifyRequest } from 'fastify';

import type { Exchange } from '../http/exchange';

const expecting = new WeakSet<IncomingMessage>();

/** Remembers that a client sends its body only when it is told to go on. */
export function expectContinue(raw: IncomingMessage): void {
  expecting.add(raw);
}

/** Tells a client that waits for it to send its body (`Expect: 100-continue`). */
export function continueReading({ request, reply }: Pick<Exchange, 'request' | 'reply'>): void {
  if (expecting.delete(request.raw)) reply.raw.writeContinue();
}

/** Tells whether a request announces a body. */
export function hasBody({ raw: { headers } }: FastifyRequest): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

/** Tells whether the body has begun to be read and is not there yet: what fails now is its parser. */
export function isReadingBody({ raw, body }: FastifyRequest): boolean {
  return body === undefined && raw.readableFlowing !== null;
}

/**
 * Makes Fastify pass over the body, and what is wrong with it: without these headers it sees none. They are restored
 * before the view phase.
 */
export function ignoreBody(exchange: Exchange): void {
  const { request } = exchange;
  const { headers } = request.raw;
  if (headers['content-type'] === undefined && !hasBody(request)) return;
  request.headers = { 'content-type': undefined, 'content-length': undefined, 'transfer-encoding': undefined };
  exchange.hasHiddenHeaders = true;
}

/** Shows the headers again that `ignoreBody` hid. */
export function restoreHeaders(exchange: Exchange): void {
  if (exchange.hasHiddenHeaders) exchange.request.headers = exchange.request.raw.headers;
}

/**
 * Closes the connection after an answer that comes before the body: Node would read all the rest of it, without limit.
 * A body within the limit is read, so that the connection can be used again.
 */
export function refuseRest({ request, reply }: Exchange): void {
  if (!hasBody(request)) return;
  const length = Number(request.raw.headers['content-length'] ?? Number.POSITIVE_INFINITY);
  if (length > request.routeOptions.bodyLimit) reply.raw.setHeader('connection', 'close');
}
