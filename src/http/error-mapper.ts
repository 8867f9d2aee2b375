import type { Readable } from 'node:stream';

import { toDebugResponse } from './debug-response';
import { describeValue } from './describe-value';
import type { ErrorLog } from './error-log';
import { ErrorResponses } from './error-responses';
import type { Exchange, Failure } from './exchange';
import type { HttpError } from './http-error';
import { InternalServerError, NotFoundError } from './http-errors';
import { NoRouteResponse } from './no-route-response';
import { HttpResponse } from './response';
import { toHttpError } from './to-http-error';
import { andThen, isPromiseLike } from './awaitable';
import type { Awaitable } from '../metadata/class';

// As it was before anybody could replace it.
const toResponse: unknown = Reflect.get(ErrorResponses.prototype, 'toResponse');

/** Turns whatever was thrown into a response, and logs it: the one place where that happens. */
export class ErrorMapper {
  constructor(
    private readonly errorResponses: ErrorResponses,
    private readonly isDebugging: boolean,
    private readonly log: ErrorLog,
  ) {}

  /** The response of an error. Never throws. */
  respond(exchange: Exchange, error: unknown, origin: Failure['origin'] = 'application'): Awaitable<HttpResponse> {
    const httpError = toHttpError(error, origin);
    exchange.hasMappedError = true;
    this.log.write(exchange, httpError, error);

    return andThen(this.#toResponse(exchange, httpError), (response) => {
      response.setError(error);
      return response;
    });
  }

  /** The response where there is no route. Never throws. */
  respondNoRoute(exchange: Exchange): Awaitable<HttpResponse> {
    const isReplaced = this.errorResponses.toResponse !== toResponse;
    if (isReplaced || this.log.takes(exchange, 'warn')) return this.respond(exchange, new NotFoundError());
    exchange.hasMappedError = true;
    return new NoRouteResponse(exchange.request);
  }

  /** The response of an error that is no fault of anybody: it is not logged. Never throws. */
  respondQuietly(exchange: Exchange, error: HttpError): Awaitable<HttpResponse> {
    exchange.hasMappedError = true;
    return this.#toResponse(exchange, error);
  }

  /** The response of last resort: nothing of the application has a part in it. */
  respondPlainly({ request }: Exchange, error: unknown): HttpResponse {
    const response = new ErrorResponses().toResponse(new InternalServerError(), request);
    response.setError(error);
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

function ignore(): void {
  // The error is logged with the refusal.
}
