import type { FastifyInstance } from 'fastify';

import type { HttpRequest } from '../http/request';
import type { HttpResponse } from '../http/response';
import type { Awaitable, Class } from '../metadata/class';

/** A view that is asked for an answer by another one. */
export interface ViewQuestion {
  readonly viewClass: Class;
  readonly viewInit: object;
  readonly request: HttpRequest;
}

/** Builds a view and has it answer a request. */
export type CallAnyView = (question: ViewQuestion) => Awaitable<HttpResponse>;

const callers = new WeakMap<object, CallAnyView>();

/** Lets views of a kernel hand requests on to other views. */
export function registerViewCaller(server: FastifyInstance, call: CallAnyView): void {
  callers.set(server, call);
}

/** How the kernel behind a server has a view answer a request. */
export function readViewCaller(server: FastifyInstance | undefined): CallAnyView {
  const call = server && callers.get(server);
  if (call) return call;
  throw new Error('What View.asView returns can be called only with a request of a running kernel.');
}
