import type { HttpRequest } from '../http/request';
import type { DecoratesParameter } from './decorated-parameter';
import { recordParameter } from './record-parameter';

/**
 * Makes a decorator that passes what `read` gets from the request. It may return a promise: then the method is called
 * when that is kept. The compiler checks the value against the parameter's type.
 *
 * A `ValidationError` that it throws is answered together with what is wrong with the other arguments.
 *
 * @example
 * ```ts
 * const Locale = createParameter((request, fallback: string) => request.headers['accept-language'] ?? fallback);
 *
 * show(@Locale('en') locale: string) {}
 * ```
 */
export function createParameter<Value, Arguments extends readonly unknown[]>(
  read: (request: HttpRequest, ...given: Arguments) => Value,
): (...given: Arguments) => DecoratesParameter<Awaited<Value>> {
  return (...given) => recordParameter({ source: 'own', read: (request: HttpRequest) => read(request, ...given) });
}
