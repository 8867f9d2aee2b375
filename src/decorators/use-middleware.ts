import type { AbstractClass } from '../metadata/class';
import { type MiddlewareEntry, useMetadata } from '../metadata/middleware';

/**
 * Puts middleware around a view or one of its methods, inside the chain of the modules. Outermost first; several
 * `@UseMiddleware` count from top to bottom.
 */
export function UseMiddleware(...entries: readonly MiddlewareEntry[]): ClassDecorator & MethodDecorator {
  return (target: object, action?: string | symbol): void => {
    // Decorators run from bottom to top, and are read from top to bottom.
    if (action === undefined) useMetadata.prepend(target as AbstractClass, { action: undefined, entries });
    else useMetadata.prepend(target.constructor as AbstractClass, { action: String(action), entries });
  };
}
