import { andThen } from '../http/awaitable';
import type { ErrorMapper } from '../http/error-mapper';
import type { Exchange } from '../http/exchange';
import type { HttpResponse } from '../http/response';
import type { Awaitable } from '../metadata/class';
import { type Layer, readSteps } from './layer';
import { compileResponsePhase, type RunResponsePhase } from './response-phase';
import { compileSearch, type FindAnswer } from './search';
import { type Respond, withExceptionHooks } from './view-zone';

/** The way of a request through the middleware of one route. Neither function throws. */
export interface Cycle {
  /** Before the body is read: an answer, or nothing to go on. `undefined` where no middleware has the hook. */
  readonly begin: FindAnswer | undefined;
  /** From the view phase to the response. */
  readonly respond: Respond;
}

/** What a cycle is made of. */
export interface CycleParts {
  /** The chain, outermost first. */
  readonly layers: readonly Layer[];
  /** How many of the layers are the root module's: they run before the route is known. */
  readonly rootLayers: number;
  readonly callView: Respond;
  readonly errors: ErrorMapper;
}

/** Puts the four hooks of a chain around a view. A hook that no middleware has costs a request nothing. */
export function compileCycle({ layers, rootLayers, callView, errors }: CycleParts): Cycle {
  const runResponsePhase = compileResponsePhase(layers, errors);
  const view = withExceptionHooks(callView, layers, errors);

  return {
    begin: compileRequestPhase(layers, rootLayers, { errors, runResponsePhase }),
    respond: withResponseHooks(withViewHooks(view, layers, errors), layers, runResponsePhase),
  };
}

/** The cycle of a request without a route: its request phase, then an error. */
export function compileErrorCycle({ layers, callView, errors }: CycleParts): Cycle {
  const runResponsePhase = compileResponsePhase(layers, errors);
  return {
    begin: compileRequestPhase(layers, layers.length, { errors, runResponsePhase }),
    respond: withResponseHooks(callView, layers, runResponsePhase),
  };
}

interface RequestPhaseParts {
  readonly errors: ErrorMapper;
  readonly runResponsePhase: RunResponsePhase;
}

// Who answers sees the response; of who throws only those outside see it.
function compileRequestPhase(
  layers: readonly Layer[],
  rootLayers: number,
  { errors, runResponsePhase }: RequestPhaseParts,
): FindAnswer | undefined {
  const steps = readSteps(layers, 'processRequest');
  if (steps.length === 0) return undefined;

  return compileSearch({
    hook: 'processRequest',
    steps,
    call: ({ layer, depth }, exchange) => {
      if (depth >= rootLayers) exchange.match = exchange.resolved;
      const { request } = exchange;
      return layer.read(request).processRequest?.(request);
    },
    onAnswer: (exchange, { depth }, answer) => runResponsePhase(exchange, answer, depth + 1),
    onError: (exchange, { depth }, error) =>
      andThen(errors.respond(exchange, error), (response) => runResponsePhase(exchange, response, depth)),
  });
}

function withViewHooks(next: Respond, layers: readonly Layer[], errors: ErrorMapper): Respond {
  const steps = readSteps(layers, 'processView');
  if (steps.length === 0) return next;

  const find = compileSearch({
    hook: 'processView',
    steps,
    call: ({ layer }, { request, resolved }) => resolved && layer.read(request).processView?.(request, resolved),
    onAnswer: (_exchange, _step, answer) => answer,
    onError: (exchange, _, error) => errors.respond(exchange, error),
  });
  return (exchange) => andThen(find(exchange), (answer) => answer ?? next(exchange));
}

function withResponseHooks(next: Respond, layers: readonly Layer[], run: RunResponsePhase): Respond {
  if (readSteps(layers, 'processResponse').length === 0) return next;

  const finish = (exchange: Exchange, response: HttpResponse): Awaitable<HttpResponse> =>
    run(exchange, response, layers.length);
  return (exchange) => andThen(next(exchange), (response) => finish(exchange, response));
}
