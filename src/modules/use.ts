import type { Class } from '../metadata/class';
import type { UsedMiddleware } from '../metadata/middleware';
import type { Init } from './path';

/** A middleware with values for its fields that are marked `@Attribute()`. Each `use` is an instance of its own. */
export function use<T extends object>(middleware: Class<T>, init: Init<T>): UsedMiddleware {
  return { middleware, init };
}
