import { isPromiseLike } from '../http/awaitable';
import type { ErrorMapper } from '../http/error-mapper';
import { Exchange } from '../http/exchange';
import { attachExchange, readExchange } from '../http/exchange-of-request';
import { send, sendError } from '../http/send';
import type { ExchangeParts } from './routed-exchange';

/** Answers an error that a plugin raised before the request phase, or in a route of its own: no hook runs. */
export function sendPluginError(
  { request, reply, services }: ExchangeParts,
  error: unknown,
  errors: ErrorMapper,
): void {
  const known = readExchange(request);
  if (known) {
    sendError(known, error, errors);
    return;
  }
  const exchange = attachExchange(new Exchange(request, reply, undefined, services));
  const response = errors.respond(exchange, error, 'plugin');
  if (!isPromiseLike(response)) send(exchange, response, errors);
  else {
    response.then((mapped) => {
      send(exchange, mapped, errors);
    }, undefined);
  }
}
