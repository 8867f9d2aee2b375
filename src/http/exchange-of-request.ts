import type { Exchange } from './exchange';

const exchangeKey = Symbol('quintet.exchange');

/** The field of Fastify's request that holds the exchange. */
export const exchangeField = exchangeKey as unknown as 'quintet.exchange';

/** The exchange of a request; `undefined` before the request phase and in the routes of plugins. */
export function readExchange(request: object): Exchange | undefined {
  return (request as { [exchangeKey]?: Exchange | null })[exchangeKey] ?? undefined;
}

/** Makes the exchange known to its request. */
export function attachExchange<T extends Exchange>(exchange: T): T {
  (exchange.request as { [exchangeKey]?: Exchange })[exchangeKey] = exchange;
  return exchange;
}
