import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

import { isPromiseLike } from '../http/awaitable';
import type { ErrorMapper } from '../http/error-mapper';
import { attachExchange, type DisposableScope, Exchange, readExchange } from '../http/exchange';
import type { HttpRequest } from '../http/request';
import type { HttpResponse } from '../http/response';
import type { RouteMatch } from '../http/route-match';
import { send, sendError } from '../http/send';
import type { Awaitable } from '../metadata/class';
import type { Cycle } from './compile-cycle';
import { continueReading, hasBody, ignoreBody, refuseRest, restoreHeaders } from './request-body';

/** What answers a request, decided at boot. */
export interface Endpoint {
  readonly cycle: Cycle;
  readonly readsBody: boolean;
  /** Answered before Fastify goes on: where there is no route. */
  readonly answersEarly: boolean;
}

/** What answers one request, and the route it was resolved to. */
export interface Resolution {
  readonly endpoint: Endpoint;
  readonly match: RouteMatch | undefined;
}

/** What the handlers need of the kernel. */
export interface HandlerParts {
  readonly resolve: (request: HttpRequest) => Resolution;
  readonly createScope: (request: HttpRequest) => DisposableScope;
  readonly errors: ErrorMapper;
}

/** The functions that Fastify calls: together they are the cycle of a request. */
export interface Handlers {
  /** Runs the request phase. A callback hook: it must not return a promise, or Fastify would go on by itself. */
  readonly onRequest: (request: FastifyRequest, reply: FastifyReply, done: () => void) => void;
  readonly handler: (request: FastifyRequest, reply: FastifyReply) => void;
  readonly errorHandler: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => void;
  /** Answers a request that Fastify refuses before it looks for a route. */
  readonly refuse: (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;
}

class RoutedExchange extends Exchange {
  constructor({ request, reply, createScope }: PluginRequest, { match, endpoint }: Resolution) {
    super(request, reply, match, createScope);
    this.endpoint = endpoint;
  }

  readonly endpoint: Endpoint;
}

/** Hangs the cycle into Fastify. */
export function createHandlers({ resolve, createScope, errors }: HandlerParts): Handlers {
  const open = (request: HttpRequest, reply: FastifyReply): RoutedExchange => {
    const resolution = resolve(request);
    // Plugins and views read the parameters by the names of the pattern; the router knows only their positions.
    if (resolution.match) request.params = resolution.match.params;
    return attachExchange(new RoutedExchange({ request, reply, createScope }, resolution));
  };
  const finish = (exchange: Exchange, response: Awaitable<HttpResponse>): void => {
    if (!isPromiseLike(response)) {
      send(exchange, response, errors);
      return;
    }
    response.then(
      (settled) => {
        send(exchange, settled, errors);
      },
      (error: unknown) => {
        sendError(exchange, error, errors);
      },
    );
  };
  const respond = (exchange: RoutedExchange): void => {
    exchange.phase = 'view';
    exchange.match = exchange.resolved;
    restoreHeaders(exchange);
    finish(exchange, exchange.endpoint.cycle.respond(exchange));
  };
  const proceed = (exchange: RoutedExchange, done: () => void): void => {
    exchange.match = exchange.resolved;
    if (exchange.endpoint.answersEarly) {
      refuseRest(exchange);
      respond(exchange);
      return;
    }
    if (exchange.endpoint.readsBody) continueReading(exchange);
    else ignoreBody(exchange);
    exchange.phase = 'body';
    done();
  };

  const begin = (exchange: RoutedExchange, done: () => void): void => {
    const early = exchange.endpoint.cycle.begin?.(exchange);
    const goOn = (answer: HttpResponse | undefined): void => {
      if (!answer) {
        proceed(exchange, done);
        return;
      }
      refuseRest(exchange);
      finish(exchange, answer);
    };
    if (isPromiseLike(early)) {
      early.then(goOn).then(undefined, (error: unknown) => {
        sendError(exchange, error, errors);
      });
    } else goOn(early);
  };

  return {
    onRequest(request, reply, done) {
      begin(open(request as HttpRequest, reply), done);
    },

    refuse(error, request, reply) {
      // Nothing of the target could be read.
      Object.assign(request, { params: {}, query: {} });
      const exchange = open(request as HttpRequest, reply);
      exchange.failure = { error, origin: 'plugin' };
      begin(exchange, ignore);
    },

    handler(request, reply) {
      const exchange = readExchange(request) as RoutedExchange | undefined;
      respond(exchange ?? open(request as HttpRequest, reply));
    },

    errorHandler(error, request, reply) {
      const exchange = readExchange(request) as RoutedExchange | undefined;
      if (exchange?.phase === 'body') {
        exchange.failure = { error, origin: hasBody(request) && request.body === undefined ? 'body' : 'plugin' };
        respond(exchange);
      } else if (exchange) sendError(exchange, error, errors);
      else sendPluginError({ request: request as HttpRequest, reply, createScope }, error, errors);
    },
  };
}

/** Where an error of a plugin is to be answered. */
export type PluginRequest = Pick<Exchange, 'request' | 'reply'> & Pick<HandlerParts, 'createScope'>;

/** Answers an error that a plugin raised before the request phase, or in a route of its own: no hook runs. */
export function sendPluginError(
  { request, reply, createScope }: PluginRequest,
  error: unknown,
  errors: ErrorMapper,
): void {
  const exchange = new Exchange(request, reply, undefined, createScope);
  const response = errors.respond(exchange, error, 'plugin');
  if (!isPromiseLike(response)) send(exchange, response, errors);
  else {
    response.then((mapped) => {
      send(exchange, mapped, errors);
    }, undefined);
  }
}

function ignore(): void {
  // The request ends with the answer.
}
