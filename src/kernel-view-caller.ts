import { compileDeclaredAnswer } from './binding/answers/compile-answer';
import type { BindingOptions } from './binding/binding-options';
import { compileInvoke } from './binding/compile-arguments';
import { readExchange } from './http/exchange-of-request';
import type { Injector } from './injection/injector';
import type { Class } from './metadata/class';
import { readParameterMetadata } from './metadata/parameters';
import { describeToken } from './metadata/token';
import { type MethodMetadata, readMethods } from './metadata/views';
import { compileFallback, compileView, type ViewServices } from './views/compile-view';
import { compileToResponse } from './views/to-response';
import type { CallAnyView } from './views/view-caller';

/**
 * How a view hands its request on to another: that one is built with the request's objects, and the method for the
 * request's HTTP method answers. Middleware of the other view does not run again.
 */
export function createViewCaller(injector: Injector, services: ViewServices, binding: BindingOptions): CallAnyView {
  return ({ viewClass, viewInit, request }) => {
    const exchange = readExchange(request);
    if (!exchange) throw new Error(`${describeToken(viewClass)} can be called only while its request is answered.`);

    const view = { type: viewClass, init: viewInit, build: injector.createFactory(viewClass) };
    const method = findMethod(viewClass, request.method);
    if (!method) return compileFallback(view, services)(exchange);

    const { httpMethod, action, options } = method;
    const invoke = compileInvoke(action, readParameterMetadata(viewClass, action), binding);
    const toResponse = compileToResponse({
      place: `${describeToken(viewClass)}.${action}`,
      status: options.status ?? 200,
      ...compileDeclaredAnswer(viewClass, action),
    });
    return compileView(view, { httpMethod, invoke, toResponse }, services)(exchange);
  };
}

function findMethod(view: Class, requested: string): MethodMetadata | undefined {
  const methods = readMethods(view);
  const find = (wanted: string) => methods.find(({ httpMethod }) => httpMethod === wanted);
  return find(requested) ?? (requested === 'HEAD' ? find('GET') : undefined);
}
