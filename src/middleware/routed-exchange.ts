import type { FastifyRequest } from 'fastify';

import { Exchange, type ExchangeServices } from '../http/exchange';
import { readExchange } from '../http/exchange-of-request';
import type { RouteMatch } from '../http/route-match';
import type { TokenOf } from '../metadata/token';
import type { Cycle } from './compile-cycle';

/** What answers a request, decided at boot. */
export interface Endpoint {
  readonly cycle: Cycle;
  readonly readsBody: boolean;
  /** Whether the body is a form with files, which is read when the view is due. */
  readonly takesFiles?: boolean;
  /** Whether the view asks for the bytes of the body: beside the parsed one, or alone, so that none is parsed. */
  readonly rawBody?: 'beside' | 'alone' | undefined;
  /** Answered before Fastify goes on: where there is no route. */
  readonly answersEarly: boolean;
  /** The middleware of the chain that provide each value of the request, by name. */
  readonly providers: ReadonlyMap<TokenOf<unknown>, string>;
}

/** What answers one request, and the route it was resolved to. */
export interface Resolution {
  readonly endpoint: Endpoint;
  readonly match: RouteMatch | undefined;
}

/** What the exchange of a request is made of. */
export interface ExchangeParts extends Pick<Exchange, 'request' | 'reply'> {
  readonly services: ExchangeServices;
}

/** The exchange of a request that goes through the cycle. */
export class RoutedExchange extends Exchange {
  constructor({ request, reply, services }: ExchangeParts, { match, endpoint }: Resolution) {
    super(request, reply, match, services);
    this.endpoint = endpoint;
  }

  readonly endpoint: Endpoint;
}

/** The exchange of a request; `undefined` before the request phase. */
export function readRouted(request: FastifyRequest): RoutedExchange | undefined {
  return readExchange(request) as RoutedExchange | undefined;
}
