import type { AbstractClass, Class } from './class';
import { ClassMetadata } from './class-metadata';
import type { TokenOf } from './token';

/** What `@Middleware` can be told. */
export interface MiddlewareOptions {
  /** `'singleton'` (default) is built once per kernel, `'request'` once per request. */
  readonly scope?: 'singleton' | 'request';
  /** The tokens that it fills with `request.scope.set`. */
  readonly provides?: readonly TokenOf<unknown>[];
  /** Middleware that must stand before this one. */
  readonly after?: readonly Class[];
  /** Middleware that must stand behind this one. */
  readonly before?: readonly Class[];
}

/** A middleware with values for its attributes. Made by `use`. */
export interface UsedMiddleware {
  readonly middleware: Class;
  readonly init: Readonly<Record<string, unknown>>;
}

/** What a chain is written with: a class, or a class with values for its attributes. */
export type MiddlewareEntry = Class | UsedMiddleware;

/** What stands in a chain, without the values for its attributes. */
export function readEntryClass(entry: MiddlewareEntry): Class {
  return typeof entry === 'function' ? entry : entry.middleware;
}

/** What `@UseMiddleware` recorded; `action` is `undefined` on a class. */
export interface UseMetadata {
  readonly action: string | undefined;
  readonly entries: readonly MiddlewareEntry[];
}

export const middlewareMetadata = new ClassMetadata<MiddlewareOptions>();
export const useMetadata = new ClassMetadata<UseMetadata>();

/** The middleware of a view class (`action` undefined) or of one of its methods, those of ancestors first. */
export function readUsedMiddleware(view: AbstractClass, action: string | undefined): MiddlewareEntry[] {
  return useMetadata.inherited(view).flatMap((each) => (each.action === action ? each.entries : []));
}
