import type { Readable } from 'node:stream';

import { toDebugResponse } from './debug-response';
import { describeValue } from './describe-value';
import { ErrorResponses } from './error-responses';
import type { Exchange, Failure } from './exchange';
import type { HttpError } from './http-error';
import { InternalServerError } from './http-errors';
import { HttpResponse, setResponseError } from './response';
import { toHttpError } from './to-http-error';
import { andThen, isPromiseLike } from './awaitable';
import type { Awaitable } from '../metadata/class';

/** Turns whatever was thrown into a response, and logs it: the one place where that happens. */
export class ErrorMapper {
  constructor(
    private readonly errorResponses: ErrorResponses,
    private readonly isDebugging: boolean,
  ) {}

  /** The response of an error. Never throws. */
  respond(exchange: Exchange, error: unknown, origin: Failure['origin'] = 'application'): Awaitable<HttpResponse> {
    const httpError = toHttpError(error, origin);
    exchange.hasMappedError = true;
    logError(exchange, httpError, error);

    return andThen(this.#toResponse(exchange, httpError), (response) => {
      setResponseError(response, error);
      return response;
    });
  }

  /** The response of an error that is no fault of anybody: it is not logged. Never throws. */
  respondQuietly(exchange: Exchange, error: HttpError): Awaitable<HttpResponse> {
    exchange.hasMappedError = true;
    return this.#toResponse(exchange, error);
  }

  /** The response of last resort: nothing of the application has a part in it. */
  respondPlainly({ request }: Exchange, error: unknown): HttpResponse {
    const response = new ErrorResponses().toResponse(new InternalServerError(), request);
    setResponseError(response, error);
    return response;
  }

  /** Is called with each stream that is sent. A break of it is logged by Fastify. */
  watch(_exchange: Exchange, _stream: Readable): void {
    // The observer of a test wants to know.
  }

  #toResponse(exchange: Exchange, error: HttpError): Awaitable<HttpResponse> {
    const { request } = exchange;
    try {
      if (this.isDebugging && error.status === 500 && 'cause' in error) return toDebugResponse(error, request);

      const response: unknown = this.errorResponses.toResponse(error, request);
      if (response instanceof HttpResponse) return response;
      // It is refused; what it rejects with later must not end the process.
      if (isPromiseLike(response)) response.then(undefined, ignore);
      const name = this.errorResponses.constructor.name;
      throw new Error(`${name}.toResponse must return an HttpResponse, but returned ${describeValue(response)}.`);
    } catch (failure) {
      this.logFailure(exchange, failure);
      return this.respondPlainly(exchange, error);
    }
  }

  /** Logs that the response of an error could not be made. */
  protected logFailure({ request }: Exchange, failure: unknown): void {
    request.log.error({ err: failure }, 'The response of an error could not be made.');
  }
}

/** Logs an answer of 400 and up that no error made. One that an error made was logged with it. */
export function logAnswer({ request, hasMappedError }: Exchange, { status }: HttpResponse): void {
  if (hasMappedError || status < 400) return;
  request.log[status < 500 ? 'warn' : 'error']({ status }, `${request.method} ${request.url} was answered ${status}.`);
}

function logError({ request }: Exchange, { status, message }: HttpError, err: unknown): void {
  const level = status < 500 ? 'warn' : 'error';
  const text = `${request.method} ${request.url} was answered ${status}: ${message}`;
  try {
    request.log[level]({ err, status }, text);
  } catch {
    // Anything can be thrown, also what a logger cannot read: pino writes a mark on each error, frozen ones too.
    request.log[level]({ status }, text);
  }
}

function ignore(): void {
  // The error is logged with the refusal.
}
