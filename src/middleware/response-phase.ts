import { isPromiseLike } from '../http/awaitable';
import { describeValue } from '../http/describe-value';
import { discardReplaced } from '../http/discard-body';
import type { ErrorMapper } from '../http/error-mapper';
import type { Exchange } from '../http/exchange';
import { HttpResponse } from '../http/response';
import type { Awaitable } from '../metadata/class';
import { describeHook, type Layer, readSteps, type Step } from './layer';

/** Passes a response outward through the layers of less than `depth`. Never throws. */
export type RunResponsePhase = (exchange: Exchange, response: HttpResponse, depth: number) => Awaitable<HttpResponse>;

/** Decides at boot which layers see a response. What one of them throws is the response that the next one sees. */
export function compileResponsePhase(layers: readonly Layer[], errors: ErrorMapper): RunResponsePhase {
  const steps = readSteps(layers, 'processResponse').reverse();
  if (steps.length === 0) return (_, response) => response;

  const names = steps.map((step) => describeHook(step, 'processResponse'));
  const passFrom = (exchange: Exchange, response: HttpResponse, start: number): Awaitable<HttpResponse> => {
    let passed = response;
    for (let index = start; index < steps.length; index++) {
      const next = callStep(steps[index] as Step, exchange, passed, errors);
      // What most return: there is nothing to prove or to replace.
      if (next === passed) continue;
      if (isPromiseLike(next)) {
        const replaced = passed;
        exchange.awaited = names[index];
        return next.then((value) => {
          exchange.awaited = undefined;
          return passFrom(exchange, replace(exchange, replaced, value), index + 1);
        });
      }
      passed = replace(exchange, passed, next);
    }
    return passed;
  };
  // Where to begin when only the layers outside of a depth see the response.
  const starts = layers.map((_, depth) => steps.findIndex((step) => step.depth < depth));
  const readStart = (depth: number): number => {
    if (depth >= layers.length) return 0;
    const start = starts[depth] ?? -1;
    return start === -1 ? steps.length : start;
  };

  return (exchange, response, depth) => passFrom(exchange, response, readStart(depth));
}

function replace(exchange: Exchange, response: HttpResponse, next: HttpResponse): HttpResponse {
  if (next !== response && next.rawBody !== response.rawBody) discardReplaced(exchange, response);
  return next;
}

function callStep(
  step: Step,
  exchange: Exchange,
  response: HttpResponse,
  errors: ErrorMapper,
): Awaitable<HttpResponse> {
  const { request } = exchange;
  // What its building threw has been answered by the hook that asked for it.
  if (step.layer.hasFailed?.(request)) return response;
  try {
    const middleware = step.layer.read(request);
    // What was made for this request need not have every hook.
    if (!middleware.processResponse) return response;
    const returned: unknown = middleware.processResponse(request, response);
    if (returned === response) return response;
    if (!isPromiseLike(returned)) return proveResponse(step, returned);
    return returned
      .then((value) => proveResponse(step, value))
      .then(undefined, (error: unknown) => errors.respond(exchange, error));
  } catch (error) {
    return errors.respond(exchange, error);
  }
}

function proveResponse(step: Step, returned: unknown): HttpResponse {
  if (returned instanceof HttpResponse) return returned;
  throw new Error(
    `${describeHook(step, 'processResponse')} must return the response it got or another one, but returned ${describeValue(returned)}.`,
  );
}
