import type { HttpResponse } from '../http/response';
import type { Awaitable } from '../metadata/class';
import type { HttpMethod } from '../metadata/http-method';

/** What a view needs of the kernel to answer one request. */
export interface ViewCall {
  /** `undefined` where a 405 or an automatic OPTIONS is due. */
  readonly httpMethod: HttpMethod | undefined;
  /** Binds the arguments and calls the method. */
  readonly answer: (view: object) => Awaitable<HttpResponse>;
  /** The methods that the URL has, in the order of `Allow`; `except` are those that this view does not answer. */
  readonly readAllowed: (isAnswered: (method: HttpMethod) => boolean) => readonly HttpMethod[];
  /** The response of a 405: mapped and logged as any error. */
  readonly refuse: (allowed: readonly HttpMethod[]) => Awaitable<HttpResponse>;
}

/** The field of a view that holds its call. */
export const callField = Symbol('quintet.call');
