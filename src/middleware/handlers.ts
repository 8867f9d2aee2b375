import type { FastifyReply, FastifyRequest } from 'fastify';

import { isPromiseLike } from '../http/awaitable';
import type { ErrorMapper } from '../http/error-mapper';
import type { Exchange } from '../http/exchange';
import { attachExchange } from '../http/exchange-of-request';
import { BadRequestError, NotFoundError } from '../http/http-errors';
import { type HttpRequest, toHttpRequest } from '../http/request';
import { completeRequest } from '../http/request-type';
import type { HttpResponse } from '../http/response';
import { send, sendError } from '../http/send';
import type { Awaitable } from '../metadata/class';
import { refuseWhileClosing } from './closing-refusal';
import { sendPluginError } from './plugin-error';
import { continueReading, hasBody, ignoreBody, isReadingBody, refuseRest, restoreHeaders } from './request-body';
import { type ExchangeParts, readRouted, type Resolution, RoutedExchange } from './routed-exchange';

/** What the handlers need of the kernel. */
export interface HandlerParts extends Pick<ExchangeParts, 'services'> {
  readonly resolve: (request: HttpRequest) => Resolution;
  readonly errors: ErrorMapper;
  /** Answers what must not even begin, and tells whether it did. */
  readonly guard?: ((request: FastifyRequest, reply: FastifyReply) => boolean) | undefined;
}

type Done = (() => void) | undefined;

/** The functions that Fastify calls: together they are the cycle of a request. */
export class Handlers {
  readonly #parts: HandlerParts;

  constructor(parts: HandlerParts) {
    this.#parts = parts;
  }

  /** Runs the request phase. A callback hook: it must not return a promise, or Fastify would go on by itself. */
  readonly onRequest = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    this.#start(request, reply, done);
  };

  /** Runs view phase and view, and the request phase before it where that is not done: a view is never reached without. */
  readonly handler = (request: FastifyRequest, reply: FastifyReply): void => {
    const exchange = readRouted(request);
    if (exchange) this.#respond(exchange);
    else this.#start(request, reply, undefined);
  };

  /** Answers where there is no route, also when a plugin asks for it after the request phase of a route. */
  readonly answerNothing = (request: FastifyRequest, reply: FastifyReply): void => {
    const exchange = readRouted(request);
    if (!exchange) {
      this.#start(request, reply, undefined);
      return;
    }
    exchange.failure = { error: new NotFoundError(), origin: 'application' };
    this.#respond(exchange);
  };

  /** Takes an error of a plugin or of the body into the cycle, or answers one that was met while sending. */
  readonly errorHandler = (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const exchange = readRouted(request);
    if (exchange?.phase === 'body') {
      exchange.failure = { error, origin: isReadingBody(request) ? 'body' : 'plugin' };
      this.#respond(exchange);
    } else if (exchange) sendError(exchange, error, this.#parts.errors);
    else sendPluginError({ request: toHttpRequest(request), reply, ...this.#parts }, error, this.#parts.errors);
  };

  /** Answers a request that Fastify refuses before it looks for a route. */
  readonly refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    // Nothing of the target could be read.
    Object.assign(request, { params: {}, query: {} });
    completeRequest(request);
    const { services, errors } = this.#parts;
    if (services.work.isClosing) {
      refuseWhileClosing({ request: toHttpRequest(request), reply, services }, errors);
      return;
    }
    const exchange = this.#open(request, reply);
    exchange.failure = { error, origin: 'plugin' };
    this.#begin(exchange, undefined);
  };

  // Without `done` Fastify has nothing left to do before the view.
  #start(request: FastifyRequest, reply: FastifyReply, done: Done): void {
    if (!this.#parts.guard?.(request, reply)) this.#begin(this.#open(request, reply), done);
  }

  #open(received: FastifyRequest, reply: FastifyReply): RoutedExchange {
    const { resolve, services } = this.#parts;
    const request = toHttpRequest(received);
    const resolution = resolve(request);
    // Plugins and views read the parameters by the names of the pattern; the router knows only their positions.
    if (resolution.match) request.params = resolution.match.params;
    return attachExchange(new RoutedExchange({ request, reply, services }, resolution));
  }

  #begin(exchange: RoutedExchange, done: Done): void {
    const early = exchange.endpoint.cycle.begin?.(exchange);
    if (!isPromiseLike(early)) {
      this.#goOn(exchange, early, done);
      return;
    }
    exchange.wait();
    early
      .then((answer) => {
        this.#goOn(exchange, answer, done);
      })
      .then(undefined, (error: unknown) => {
        sendError(exchange, error, this.#parts.errors);
      });
  }

  #goOn(exchange: RoutedExchange, answer: HttpResponse | undefined, done: Done): void {
    if (!answer) {
      this.#proceed(exchange, done);
      return;
    }
    refuseRest(exchange);
    this.#finish(exchange, answer);
  }

  #proceed(exchange: RoutedExchange, done: Done): void {
    exchange.match = exchange.resolved;
    const { answersEarly, readsBody } = exchange.endpoint;
    if (!readsBody) refuseRest(exchange);
    // Before the view Fastify would read a body, and have plugins take part.
    if (answersEarly || !done || (exchange.isAlone && !readsBody)) {
      this.#respond(exchange);
      return;
    }
    if (!readsBody) ignoreBody(exchange);
    else if (exchange.hasClientLeft && hasBody(exchange.request)) {
      // Fastify would wait for the body for ever.
      exchange.failure = { error: new BadRequestError('The client left before its body was read.'), origin: 'body' };
      this.#respond(exchange);
      return;
    } else continueReading(exchange);
    exchange.phase = 'body';
    exchange.leave();
    done();
  }

  #respond(exchange: RoutedExchange): void {
    exchange.phase = 'view';
    exchange.match = exchange.resolved;
    restoreHeaders(exchange);
    this.#finish(exchange, exchange.endpoint.cycle.respond(exchange));
  }

  #finish(exchange: Exchange, response: Awaitable<HttpResponse>): void {
    const { errors } = this.#parts;
    if (!isPromiseLike(response)) {
      send(exchange, response, errors);
      return;
    }
    exchange.wait();
    response.then(
      (settled) => {
        send(exchange, settled, errors);
      },
      (error: unknown) => {
        sendError(exchange, error, errors);
      },
    );
  }
}
