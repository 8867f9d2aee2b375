import type { Readable } from 'node:stream';

import { isPromiseLike } from './awaitable';
import { logAnswer } from './error-log';
import type { ErrorMapper } from './error-mapper';
import { ByteStream } from './byte-stream';
import { whenClosed } from './closing';
import { createClosingError } from './closing-error';
import { EventStream } from './event-stream';
import type { Exchange } from './exchange';
import { isNodeStream, type Payload } from './payload';
import type { HttpResponse } from './response';
import { putHeaders, removeHeaders } from './reply-headers';
import { writePast } from './write-text';

/** Sends a response. No hook runs from here on: what fails now is answered plainly. */
export function send(exchange: Exchange, response: HttpResponse, errors: ErrorMapper): void {
  exchange.phase = 'sending';
  try {
    const payload = response.toPayload(exchange.request);
    if (isPromiseLike(payload)) {
      exchange.wait();
      payload
        .then((written) => {
          write(exchange, response, written, errors);
        })
        .then(undefined, (error: unknown) => {
          sendError(exchange, error, errors);
        });
    } else write(exchange, response, payload, errors);
  } catch (error) {
    sendError(exchange, error, errors);
  }
}

/**
 * Answers an error that was met while sending: mapped the first time; if that cannot be sent either, plainly and past
 * Fastify, whose own answer would show the error's message.
 */
export function sendError(exchange: Exchange, error: unknown, errors: ErrorMapper): void {
  if (exchange.hasSentError) {
    writeRaw(exchange, errors.respondPlainly(exchange, error));
    return;
  }
  exchange.hasSentError = true;
  exchange.phase = 'sending';
  removeHeaders(exchange);
  Promise.resolve(errors.respond(exchange, error))
    .then(async (response) => {
      write(exchange, response, await response.toPayload(exchange.request), errors);
    })
    .catch(() => {
      writeRaw(exchange, errors.respondPlainly(exchange, error));
    });
}

function writeRaw(exchange: Exchange, { status, body, contentType = '' }: HttpResponse): void {
  const { reply } = exchange;
  const { raw } = reply;
  exchange.end();
  if (raw.headersSent) {
    raw.destroy();
    return;
  }
  const text = JSON.stringify(body);
  reply.hijack();
  // What could not be sent must not stand in the way of this.
  for (const name of raw.getHeaderNames()) if (name !== 'connection') raw.removeHeader(name);
  raw.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(text) });
  raw.end(text);
}

function write(exchange: Exchange, response: HttpResponse, payload: Payload, errors: ErrorMapper): void {
  const { reply, request } = exchange;
  if (isNodeStream(payload)) {
    holdUntilClosed(exchange, payload);
    errors.watch(exchange, payload);
  }
  if (exchange.hasClientLeft) {
    discard(payload);
    request.log.info(`The client left before ${request.method} ${request.url} was answered.`);
    exchange.end();
    return;
  }

  logAnswer(exchange, response);
  const isText = typeof payload === 'string' && !hasNoBody(response.status);
  if (isText && writePast(exchange, response, payload)) return;
  if (response.status !== 200 || reply.statusCode !== 200) reply.code(response.status);
  putHeaders(exchange, response, payload !== undefined);
  exchange.end();
  hand(exchange, response, payload);
  if (exchange.events && exchange.isClosing) exchange.endEvents(createClosingError());
}

function hand({ request, reply }: Exchange, { status }: HttpResponse, payload: Payload): void {
  if (isNodeStream(payload) && (request.method === 'HEAD' || hasNoBody(status))) {
    discard(payload);
    reply.send();
  } else if (payload === undefined || hasNoBody(status)) reply.send();
  else reply.send(payload);
}

function hasNoBody(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

// What a stream is read from may use the request's objects.
function holdUntilClosed(exchange: Exchange, stream: Readable): void {
  if (stream.closed) return;
  exchange.hold();
  // Fastify learns only from the response that the client has left, and one that is not due yet does not tell.
  whenClosed(exchange.reply, (hasLeft) => {
    if (hasLeft) discard(stream);
  });
  if (stream instanceof EventStream) exchange.events = stream;
  if (stream instanceof ByteStream) stream.readWithin((work) => exchange.enter(work));
  let isHeld = true;
  const release = (): void => {
    if (isHeld) exchange.release();
    isHeld = false;
  };
  // Streams of some libraries do not emit `close`.
  for (const event of typeof stream.closed === 'boolean' ? ['close'] : ['close', 'end', 'error']) {
    stream.once(event, release);
  }
}

function discard(payload: Payload): void {
  if (isNodeStream(payload)) (payload as Partial<Readable>).destroy?.();
}
