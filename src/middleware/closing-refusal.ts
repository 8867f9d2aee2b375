import { isPromiseLike } from '../http/awaitable';
import { createClosingError } from '../http/closing-error';
import type { ErrorMapper } from '../http/error-mapper';
import { Exchange } from '../http/exchange';
import { attachExchange } from '../http/exchange-of-request';
import type { HttpResponse } from '../http/response';
import { send } from '../http/send';
import type { ExchangeParts } from './routed-exchange';

/** Answers a request that comes while the kernel closes: 503, the last answer of its connection. No hook runs. */
export function refuseWhileClosing({ request, reply, services }: ExchangeParts, errors: ErrorMapper): void {
  const exchange = attachExchange(new Exchange(request, reply, undefined, services));
  const answer = (response: HttpResponse): void => {
    send(exchange, response, errors);
  };
  // HTTP/2 has no such header.
  if (request.raw.httpVersionMajor < 2) reply.raw.setHeader('connection', 'close');
  const response = errors.respondQuietly(exchange, createClosingError());
  if (isPromiseLike(response)) response.then(answer, undefined);
  else answer(response);
}
