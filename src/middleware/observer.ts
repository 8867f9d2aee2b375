import { isPromiseLike } from '../http/awaitable';
import type { HttpRequest } from '../http/request';
import { HttpResponse } from '../http/response';
import type { RouteMatch } from '../http/route-match';
import type { AbstractClass } from '../metadata/class';
import type { TokenOf } from '../metadata/token';
import type { HookName, MiddlewareHooks } from './hooks';
import type { Layer } from './layer';

/** Sees what a kernel runs for each request. Tests have one; a kernel without one is compiled as if there were none. */
export interface Observer {
  /** The request was resolved to a route, or to none. */
  readonly onResolved: (request: HttpRequest, match: RouteMatch | undefined) => void;
  /** A hook or a view's method was called: `Users.processView`, `NoteView.show`. */
  readonly onCalled: (request: HttpRequest, place: string) => void;
  /** What a hook or a view's method gave is the answer from now on. */
  readonly onAnswered: (request: HttpRequest, place: string, answer: unknown) => void;
  /** An error that nobody handled becomes the answer. `isExpected` where it is an `HttpError`, or the client's fault. */
  readonly onMapped: (request: HttpRequest, error: unknown, isExpected: boolean) => void;
  /** The view that answers was built. */
  readonly onView: (request: HttpRequest, type: AbstractClass, view: object) => void;
  /** A value was injected; `request` is `undefined` while the kernel starts. */
  readonly onInjected: (request: HttpRequest | undefined, token: TokenOf<unknown>, value: unknown) => void;
}

/** Lets an observer see each hook of a layer. */
export function observeLayer(layer: Layer, observer: Observer): Layer {
  const observe = (middleware: MiddlewareHooks, hook: HookName): HookCall => {
    const place = `${layer.name}.${hook}`;
    return (request, subject) => {
      observer.onCalled(request, place);
      return observeAnswer(
        Reflect.apply(Reflect.get(middleware, hook) as HookCall, middleware, [request, subject]),
        (answer) => {
          if (answer instanceof HttpResponse && answer !== subject) observer.onAnswered(request, place, answer);
        },
      );
    };
  };
  return {
    ...layer,
    read: (request) => {
      const middleware = layer.read(request);
      const hooks = [...layer.hooks].filter((hook) => typeof middleware[hook] === 'function');
      return Object.fromEntries(hooks.map((hook) => [hook, observe(middleware, hook)]));
    },
  };
}

type HookCall = (request: HttpRequest, subject: unknown) => unknown;

/** Tells an observer of an answer, when it is there. What is returned takes the place of what was. */
export function observeAnswer(returned: unknown, tell: (answer: unknown) => void): unknown {
  if (!isPromiseLike(returned)) {
    tell(returned);
    return returned;
  }
  // Once only: a query of a database runs whenever it is waited for.
  return returned.then((answer: unknown) => {
    tell(answer);
    return answer;
  });
}
