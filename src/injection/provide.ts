import type { DependencyContainer } from 'tsyringe';

import type { Awaitable } from '../metadata/class';
import type { Provider, Provision, ProvisionOptions } from '../metadata/provider';
import type { Scope, TokenOf } from '../metadata/token';

/**
 * A function that takes what it wants from tsyringe's container. What it takes cannot be proved, so it is called when all
 * else is there.
 */
export interface OpaqueProvision<T> extends ProvisionOptions {
  readonly useFactory: (container: DependencyContainer) => Awaitable<T>;
  readonly inject?: undefined;
  readonly scope?: Scope;
  readonly dispose?: (value: T) => unknown;
}

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
export function provide<T>(token: TokenOf<T>, provision: OpaqueProvision<NoInfer<T>>): Provider;
export function provide<T, const Dependencies extends readonly TokenOf<unknown>[] = []>(
  token: TokenOf<T>,
  provision: Provision<NoInfer<T>, Dependencies>,
): Provider;
export function provide(token: TokenOf<unknown>, provision: object): Provider {
  return { provide: token, ...provision };
}
