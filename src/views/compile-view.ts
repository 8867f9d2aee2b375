import { andThen, isPromiseLike } from '../http/awaitable';
import type { ErrorMapper } from '../http/error-mapper';
import type { Exchange } from '../http/exchange';
import { MethodNotAllowedError } from '../http/http-errors';
import type { HttpRequest } from '../http/request';
import { HttpResponse } from '../http/response';
import type { RouteMatch } from '../http/route-match';
import { createWrongAnswer } from '../http/view-errors';
import type { Awaitable, Class } from '../metadata/class';
import type { HttpMethod } from '../metadata/http-method';
import { describeToken } from '../metadata/token';
import { isClassBased } from '../metadata/views';
import type { ToResponse } from './to-response';
import type { View } from './view';
import { callField, type ViewCall } from './view-call';

/** Answers a request with a view. It may throw whatever the view throws. */
export type CallView = (exchange: Exchange) => Awaitable<HttpResponse>;

/** A view class, ready to be built. */
export interface BuildableView {
  readonly type: Class;
  readonly init: object;
  readonly build: (request: HttpRequest) => object;
}

/** One method of a view, ready to be called. */
export interface CallableAction {
  readonly httpMethod: HttpMethod;
  /** Binds the arguments and calls the method. */
  readonly invoke: (view: object, request: HttpRequest) => unknown;
  readonly toResponse: ToResponse;
}

/** The methods that the URL of a request has: in the order of `Allow`, less those that a view does not answer. */
export type ReadAllowed = (
  request: HttpRequest,
  view: Class,
  isAnswered: (method: HttpMethod) => boolean,
) => readonly HttpMethod[];

/** What views need of the kernel. */
export interface ViewServices {
  readonly errors: ErrorMapper;
  readonly readAllowed: ReadAllowed;
}

/** Decides at boot how a method of a view is called: plainly, or through `setup` and `dispatch`. */
export function compileView(view: BuildableView, action: CallableAction, services: ViewServices): CallView {
  if (isClassBased(view.type)) return compileClassBased(view, action, services);

  const build = withInit(view);
  const { invoke, toResponse } = action;
  return ({ request }) => {
    const returned = invoke(build(request), request);
    return isPromiseLike(returned) ? returned.then(toResponse) : toResponse(returned);
  };
}

/** Decides at boot how a view answers a method that its URL lacks, and an automatic `OPTIONS`. */
export function compileFallback(view: BuildableView, services: ViewServices): CallView {
  if (isClassBased(view.type)) return compileClassBased(view, undefined, services);

  return (exchange) => {
    const { request } = exchange;
    const allowed = services.readAllowed(request, view.type, () => true);
    if (request.method === 'OPTIONS') return new HttpResponse(undefined, { headers: { allow: allowed.join(', ') } });
    return services.errors.respond(exchange, new MethodNotAllowedError(allowed));
  };
}

function compileClassBased(
  { type, init, build }: BuildableView,
  action: CallableAction | undefined,
  { errors, readAllowed }: ViewServices,
): CallView {
  const buildView = withInit({ type, init, build });
  return (exchange) => {
    const { request } = exchange;
    const view = buildView(request) as View;
    const call: ViewCall = {
      httpMethod: action?.httpMethod,
      answer: (instance) => andThen(action?.invoke(instance, request), (value) => proveAction(action)(value)),
      readAllowed: (isAnswered) => readAllowed(request, type, isAnswered),
      refuse: (allowed) => errors.respond(exchange, new MethodNotAllowedError(allowed)),
    };
    Object.assign(view, { [callField]: call });

    return andThen(view.setup(request, exchange.resolved as RouteMatch), () => dispatch(view, type));
  };
}

function dispatch(view: View, type: Class): Awaitable<HttpResponse> {
  // It is declared as always there; an override of `setup` may have left it out.
  if ((view.request as HttpRequest | undefined) === undefined) {
    throw new Error(`${describeToken(type)}.setup did not call its parent. Add: super.setup(request, match);`);
  }
  return andThen(view.dispatch(), (response: unknown) => {
    if (response instanceof HttpResponse) return response;
    throw createWrongAnswer(
      `${describeToken(type)}.dispatch must return an HttpResponse. Return what super.dispatch() returns.`,
    );
  });
}

// `dispatch` asks for an answer only where the route has an action.
function proveAction(action: CallableAction | undefined): ToResponse {
  if (action) return action.toResponse;
  throw new Error('The route has no action.');
}

function withInit({ init, build }: BuildableView): (request: HttpRequest) => object {
  if (Object.keys(init).length === 0) return build;
  return (request) => Object.assign(build(request), init);
}
