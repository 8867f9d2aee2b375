import { assertNoProblems } from '../errors/configuration-error';
import type { HttpRequest } from '../http/request';
import type { HttpResponse } from '../http/response';
import type { Class } from '../metadata/class';
import { readInitProblems } from '../metadata/init-problems';
import { describeToken } from '../metadata/token';
import { readViewCaller } from './view-caller';

/** The names that `init` must not have: those of methods that answer, and what a view gets for each request. */
export type ReservedName =
  'get' | 'post' | 'put' | 'patch' | 'delete' | 'head' | 'options' | 'request' | 'params' | 'match' | 'signal';

/** Values for the public fields of a view. */
export type ViewInit<V> = {
  readonly [
    Name in keyof V as Name extends ReservedName
      ? never
      : // `any` parameters: every method is left out, whatever it takes.
        // eslint-disable-next-line @typescript-eslint/no-explicit-any
        V[Name] extends (...parameters: any[]) => unknown
        ? never
        : Name
  ]?: V[Name];
};

/** What `View.asView` returns: a view with values for its attributes, that can be called with a request. */
export interface ViewCallable<V extends object> {
  (request: HttpRequest): Promise<HttpResponse>;
  readonly viewClass: Class<V>;
  readonly viewInit: ViewInit<V>;
}

/** Makes the callable of a view. */
export function createViewCallable<V extends object>(viewClass: Class<V>, viewInit: ViewInit<V>): ViewCallable<V> {
  assertNoProblems(readInitProblems(viewClass, viewInit, `${describeToken(viewClass)}.asView(…)`));
  const call = async (request: HttpRequest): Promise<HttpResponse> =>
    readViewCaller(request.server)({ viewClass, viewInit, request });

  return Object.assign(call, { viewClass, viewInit });
}
