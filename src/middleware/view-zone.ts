import { andThen, isPromiseLike } from '../http/awaitable';
import type { ErrorMapper } from '../http/error-mapper';
import type { Exchange } from '../http/exchange';
import type { HttpResponse } from '../http/response';
import { isBeyondView } from '../http/view-errors';
import type { Awaitable } from '../metadata/class';
import { type Layer, readSteps } from './layer';
import { compileSearch } from './search';

/** Answers a request. */
export type Respond = (exchange: Exchange) => Awaitable<HttpResponse>;

/**
 * Puts the exception hooks around a view: they see whatever building or calling it threw, innermost first. An error that
 * none of them answers is mapped. Never throws.
 */
export function withExceptionHooks(callView: Respond, layers: readonly Layer[], errors: ErrorMapper): Respond {
  const handle = compileHandling(layers, errors);
  return (exchange) => {
    if (exchange.failure) return handle(exchange, exchange.failure.error);
    try {
      const response = callView(exchange);
      return isPromiseLike(response) ? response.then(undefined, (error: unknown) => handle(exchange, error)) : response;
    } catch (error) {
      return handle(exchange, error);
    }
  };
}

type Handle = (exchange: Exchange, error: unknown) => Awaitable<HttpResponse>;

function compileHandling(layers: readonly Layer[], errors: ErrorMapper): Handle {
  const map: Handle = (exchange, error) => {
    const { failure } = exchange;
    return errors.respond(exchange, error, failure?.error === error ? failure?.origin : undefined);
  };
  const steps = readSteps(layers, 'processException').reverse();
  if (steps.length === 0) return map;

  return (exchange, error) => {
    if (isBeyondView(error)) return map(exchange, error);
    // The search is made for this error: errors are rare, and a request has no place for one.
    const find = compileSearch({
      hook: 'processException',
      steps,
      call: ({ layer }, { request }) => layer.read(request).processException?.(request, error),
      onAnswer: (_exchange, _step, answer) => answer,
      onError: (_exchange, _step, thrown) => map(exchange, withCause(thrown, error)),
    });
    return andThen(find(exchange), (answer) => answer ?? map(exchange, error));
  };
}

// The error that a hook throws replaces the one it was asked about, which must not be lost.
function withCause(error: unknown, cause: unknown): unknown {
  if (
    typeof error === 'object' &&
    error !== null &&
    error !== cause &&
    !('cause' in error) &&
    Object.isExtensible(error)
  ) {
    Object.defineProperty(error, 'cause', { value: cause, writable: true, configurable: true });
  }
  return error;
}
