import type { Class } from '../metadata/class';
import { middlewareMetadata, type MiddlewareOptions } from '../metadata/middleware';
import type { MiddlewareHooks } from '../middleware/hooks';

/** A middleware: any subset of the four hooks, at least one. */
// Decorator and interface share the name, so that one import serves for both.
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Middleware extends MiddlewareHooks {}

/**
 * Makes a class a middleware. Its constructor parameters are injected.
 *
 * It is built once, when the kernel is created, and keeps nothing of a request; with `scope: 'request'` it is built once
 * for every request. A method whose name begins with `process` and is no hook does not compile.
 *
 * @example
 * ```ts
 * @Middleware()
 * class Timing implements Middleware {
 *   processResponse(request: HttpRequest, response: HttpResponse) {
 *     response.headers.set('server-timing', 'app');
 *     return response;
 *   }
 * }
 * ```
 */
export function Middleware(options: MiddlewareOptions = {}) {
  return <C extends Class<MiddlewareHooks>>(target: C & RefuseStrayHooks<InstanceType<C>>): void => {
    middlewareMetadata.append(target, options);
  };
}

/** The methods that look like a hook and are none. */
export type StrayHooks<T> = {
  [Name in keyof T]-?: Name extends `process${string}` ? (Name extends keyof MiddlewareHooks ? never : Name) : never;
}[keyof T];

/** Refuses a class that has methods which look like a hook and are none. */
export type RefuseStrayHooks<T> = [StrayHooks<T>] extends [never] ? unknown : { 'this is no hook': StrayHooks<T> };
