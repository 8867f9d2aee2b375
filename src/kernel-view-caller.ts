import { compileDeclaredAnswer } from './binding/answers/compile-answer';
import type { BindingOptions } from './binding/binding-options';
import { compileInvoke } from './binding/compile-arguments';
import { readExchange } from './http/exchange-of-request';
import type { Injector } from './injection/injector';
import type { Class } from './metadata/class';
import { readParameterMetadata } from './metadata/parameters';
import { describeToken } from './metadata/token';
import { type MethodMetadata, readMethods } from './metadata/views';
import { type CallableAction, compileFallback, compileView, type ViewServices } from './views/compile-view';
import { compileToResponse } from './views/to-response';
import type { CallAnyView } from './views/view-caller';

/**
 * How a view hands its request on to another: that one is built with the request's objects, and the method for the
 * request's HTTP method answers. Middleware of the other view does not run again.
 */
export function createViewCaller(injector: Injector, services: ViewServices, binding: BindingOptions): CallAnyView {
  // Which views are called shows only when they are; by HTTP method, of which there are seven.
  const compiled = new WeakMap<Class, Map<string, CallableAction | undefined>>();
  const readAction = (view: Class, httpMethod: string): CallableAction | undefined => {
    const known = compiled.get(view) ?? new Map<string, CallableAction | undefined>();
    compiled.set(view, known);
    if (!known.has(httpMethod)) known.set(httpMethod, compileAction(view, httpMethod, binding));
    return known.get(httpMethod);
  };
  return ({ viewClass, viewInit, request }) => {
    const exchange = readExchange(request);
    if (!exchange) throw new Error(`${describeToken(viewClass)} can be called only while its request is answered.`);

    const view = { type: viewClass, init: viewInit, build: injector.createFactory(viewClass) };
    const action = readAction(viewClass, request.method);
    const call = action ? compileView(view, action, services) : compileFallback(view, services);
    return call(exchange);
  };
}

function compileAction(view: Class, requested: string, binding: BindingOptions): CallableAction | undefined {
  const method = findMethod(view, requested);
  if (!method) return undefined;
  const { httpMethod, action, options } = method;
  const invoke = compileInvoke(action, readParameterMetadata(view, action), binding);
  const place = `${describeToken(view)}.${action}`;
  const declared = compileDeclaredAnswer(view, action);
  return { httpMethod, invoke, toResponse: compileToResponse({ place, status: options.status ?? 200, ...declared }) };
}

function findMethod(view: Class, requested: string): MethodMetadata | undefined {
  const methods = readMethods(view);
  const find = (wanted: string) => methods.find(({ httpMethod }) => httpMethod === wanted);
  return find(requested) ?? (requested === 'HEAD' ? find('GET') : undefined);
}
