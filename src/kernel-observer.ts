import type { Readable } from 'node:stream';

import type { Invoke } from './binding/compile-arguments';
import type { ErrorLog } from './http/error-log';
import { ErrorMapper } from './http/error-mapper';
import type { ErrorResponses } from './http/error-responses';
import type { Exchange, Failure } from './http/exchange';
import { isHttpError } from './http/http-error';
import { NotFoundError } from './http/http-errors';
import type { HttpRequest } from './http/request';
import type { HttpResponse } from './http/response';
import { toHttpError } from './http/to-http-error';
import type { Awaitable, Class } from './metadata/class';
import { describeToken } from './metadata/token';
import { observeAnswer, type Observer } from './middleware/observer';

/** How an action of a view is called, with an observer that sees the call and the answer. */
export function observeInvoke(invoke: Invoke, view: Class, action: string, observer: Observer): Invoke {
  const place = `${describeToken(view)}.${action}`;
  return (instance, request) => {
    const method = Reflect.get(instance, action) as (...values: unknown[]) => unknown;
    const call = (...values: unknown[]): unknown => {
      observer.onCalled(request, place);
      return observeAnswer(Reflect.apply(method, instance, values), (answer) => {
        observer.onAnswered(request, place, answer);
      });
    };
    // The arguments are bound as ever; what is then called is this.
    return invoke({ [action]: call }, request);
  };
}

/** How a view is built, with an observer that sees it. */
export function observeBuild<T extends object>(
  build: (request: HttpRequest) => T,
  type: Class,
  observer: Observer,
): (request: HttpRequest) => T {
  return (request) => {
    const view = build(request);
    observer.onView(request, type, view);
    return view;
  };
}

/** Maps errors as ever, with an observer that sees them. */
export class ObservedErrorMapper extends ErrorMapper {
  constructor(
    errorResponses: ErrorResponses,
    isDebugging: boolean,
    log: ErrorLog,
    private readonly observer: Observer,
  ) {
    super(errorResponses, isDebugging, log);
  }

  override respond(exchange: Exchange, error: unknown, origin?: Failure['origin']): Awaitable<HttpResponse> {
    const isExpected = isHttpError(error) || toHttpError(error, origin ?? 'application').status < 500;
    this.observer.onMapped(exchange.request, error, isExpected);
    return super.respond(exchange, error, origin);
  }

  override respondNoRoute(exchange: Exchange): Awaitable<HttpResponse> {
    return this.respond(exchange, new NotFoundError());
  }

  override watch({ request }: Exchange, stream: Readable): void {
    stream.once('error', (error) => {
      this.observer.onMapped(request, error, false);
    });
  }

  protected override logFailure(exchange: Exchange, failure: unknown): void {
    this.observer.onMapped(exchange.request, failure, false);
    super.logFailure(exchange, failure);
  }
}
