import type { Provider, Provision } from '../metadata/provider';
import type { TokenOf } from '../metadata/token';

/**
 * Says how the value of a token or class is made: a value, a class, another token, or a factory, which may be
 * asynchronous and gets what `inject` names.
 *
 * @example
 * ```ts
 * provide(REDIS, {
 *   inject: [AppSettings],
 *   useFactory: (settings) => connect(settings.redisUrl),
 *   dispose: (redis) => redis.quit(),
 * })
 * ```
 */
export function provide<T, const Dependencies extends readonly TokenOf<unknown>[] = []>(
  token: TokenOf<T>,
  provision: Provision<NoInfer<T>, Dependencies>,
): Provider {
  return { provide: token, ...provision };
}
