import { Readable } from 'node:stream';

import { isPromiseLike } from './awaitable';
import { logAnswer, type ErrorMapper } from './error-mapper';
import type { Exchange } from './exchange';
import type { Payload } from './payload';
import type { HttpResponse } from './response';
import { putHeaders, removeHeaders } from './reply-headers';

/** Sends a response. No hook runs from here on: what fails now is answered plainly. */
export function send(exchange: Exchange, response: HttpResponse, errors: ErrorMapper): void {
  exchange.phase = 'sending';
  const fail = (error: unknown): void => {
    sendError(exchange, error, errors);
  };

  try {
    const payload = response.toPayload(exchange.request);
    if (isPromiseLike(payload)) {
      payload
        .then((written) => {
          write(exchange, response, written);
        })
        .then(undefined, fail);
    } else write(exchange, response, payload);
  } catch (error) {
    fail(error);
  }
}

/** Answers an error that was met while sending: mapped once, then, if that cannot be sent either, plainly. */
export function sendError(exchange: Exchange, error: unknown, errors: ErrorMapper): void {
  removeHeaders(exchange);
  const response = errors.respond(exchange, error);
  const plainly = (): void => {
    removeHeaders(exchange);
    const plain = errors.respondPlainly(exchange, error);
    write(exchange, plain, JSON.stringify(plain.body));
  };

  void Promise.resolve(response)
    .then(async (mapped) => {
      write(exchange, mapped, await mapped.toPayload(exchange.request));
    })
    .catch(plainly);
}

function write(exchange: Exchange, response: HttpResponse, payload: Payload): void {
  const { reply, request } = exchange;
  if (payload instanceof Readable) holdUntilClosed(exchange, payload);
  if (exchange.hasClientLeft) {
    discard(payload);
    request.log.info(`The client left before ${request.method} ${request.url} was answered.`);
    exchange.end();
    return;
  }

  logAnswer(exchange, response);
  if (response.status !== 200 || reply.statusCode !== 200) reply.code(response.status);
  putHeaders(exchange, response, payload !== undefined);
  exchange.end();
  if (payload instanceof Readable && (request.method === 'HEAD' || hasNoBody(response.status))) {
    discard(payload);
    reply.send();
  } else if (payload === undefined || hasNoBody(response.status)) reply.send();
  else reply.send(payload);
}

function hasNoBody(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

// What a stream is read from may use the request's objects.
function holdUntilClosed(exchange: Exchange, stream: Readable): void {
  if (stream.closed) return;
  exchange.hold();
  stream.once('close', () => {
    exchange.release();
  });
}

function discard(payload: Payload): void {
  if (payload instanceof Readable) payload.destroy();
}
