import type { HttpRequest } from '../http/request';
import { HttpResponse } from '../http/response';
import type { RouteMatch } from '../http/route-match';
import type { Awaitable, Class } from '../metadata/class';
import { type HttpMethod, httpMethods } from '../metadata/http-method';
import { attributeMetadata, classBasedMetadata } from '../metadata/views';
import { createViewCallable, type ViewCallable, type ViewInit } from './as-view';
import { callField, type ViewCall } from './view-call';

/** The name of an HTTP method as a method of a class-based view has it. */
export type HttpMethodName = Lowercase<HttpMethod>;

/**
 * The base of class-based views (Django's `View`): in a subclass, methods named `get`, `post`, `put`, `patch`, `delete`,
 * `head` and `options` answer without a decorator.
 *
 * @example
 * ```ts
 * @Route('/about')
 * class AboutView extends View {
 *   get() {
 *     return { path: this.request.path };
 *   }
 * }
 * ```
 */
export abstract class View {
  /** The request, once `setup` has run. */
  readonly request!: HttpRequest;
  /** The route, once `setup` has run. */
  readonly match!: RouteMatch;
  /** The methods that `dispatch` may answer, in lower case. Any other is a 405. */
  readonly httpMethodNames: readonly HttpMethodName[] = httpMethods.map(toName);
  /** @internal */
  readonly [callField]!: ViewCall;

  /** The path parameters, converted. */
  get params(): Readonly<Record<string, unknown>> {
    return this.match.params;
  }

  /** Aborts when the client leaves or the time limit ends. */
  get signal(): AbortSignal {
    return this.request.signal;
  }

  /** Prepares the view for a request, before `dispatch`. An override calls `super.setup` first. */
  setup(request: HttpRequest, match: RouteMatch): Awaitable<void> {
    Object.assign(this, { request, match });
  }

  /** Answers the request with the method for it, or with a 405 where there is none. */
  dispatch(): Awaitable<HttpResponse> {
    const { httpMethod, answer } = this[callField];
    if (httpMethod && this.#answers(httpMethod)) return answer(this);
    if (!httpMethod && this.request.method === 'OPTIONS' && this.#answers('OPTIONS')) return this.options();
    return this.httpMethodNotAllowed();
  }

  /** Answers `OPTIONS`: 200 with the methods that the URL has, in `Allow`. */
  options(): Awaitable<HttpResponse> {
    return new HttpResponse(undefined, { headers: { allow: this.#readAllowed().join(', ') } });
  }

  /** Answers a method that the URL lacks: 405 with the methods that it has, in `Allow`. */
  httpMethodNotAllowed(): Awaitable<HttpResponse> {
    return this[callField].refuse(this.#readAllowed());
  }

  /**
   * The view with values for its fields that are marked `@Attribute()`, for `path`. It is also a function that answers
   * a request of a running kernel, so that one view can hand a request on to another.
   *
   * @throws {ConfigurationError} when `init` names something else
   */
  static asView<V extends View>(this: Class<V>, init: ViewInit<V> = {}): ViewCallable<V> {
    return createViewCallable(this, init);
  }

  #readAllowed(): readonly HttpMethod[] {
    return this[callField].readAllowed((method) => this.#answers(method));
  }

  #answers(method: HttpMethod): boolean {
    return this.httpMethodNames.includes(toName(method));
  }
}

classBasedMetadata.append(View, true);
attributeMetadata.append(View, 'httpMethodNames');

function toName(method: HttpMethod): HttpMethodName {
  return method.toLowerCase() as HttpMethodName;
}
