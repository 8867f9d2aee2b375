import type { HeaderValue } from '../http/headers';
import type { HttpError } from '../http/http-error';
import { raisesMetadata, responseHeaderMetadata } from '../metadata/answers';
import type { AbstractClass, Class } from '../metadata/class';

/** Decorates a view, or one method of it. */
export type DecoratesViewOrMethod = ClassDecorator & MethodDecorator;

/**
 * Gives every response that a method returns a header, whatever its status; on a view those of all its methods. A header
 * of a method replaces that of its class, and a response that has the header already keeps its own. Errors that are thrown
 * do not get it.
 *
 * @example
 * ```ts
 * @Get() @ResponseHeader('cache-control', 'no-store')
 * ```
 */
export function ResponseHeader(name: string, value: HeaderValue): DecoratesViewOrMethod {
  return (target: object, action?: string | symbol): void => {
    const [type, method] = readTarget(target, action);
    // Decorators run from bottom to top, and are read from top to bottom.
    responseHeaderMetadata.prepend(type, { action: method, name, value });
  };
}

/**
 * Says which errors a method may raise; on a view, each of its methods. It is what the API's document is made from, and
 * changes nothing about the answers.
 *
 * @example
 * ```ts
 * @Get() @Raises(NotFoundError)
 * ```
 */
export function Raises(...errors: readonly Class<HttpError>[]): DecoratesViewOrMethod {
  return (target: object, action?: string | symbol): void => {
    const [type, method] = readTarget(target, action);
    raisesMetadata.prepend(type, { action: method, errors });
  };
}

function readTarget(target: object, action: string | symbol | undefined): [AbstractClass, string | undefined] {
  if (action === undefined) return [target as AbstractClass, undefined];
  return [target.constructor as AbstractClass, String(action)];
}
