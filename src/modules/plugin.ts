import type { FastifyPluginAsync, FastifyPluginCallback, FastifyPluginOptions } from 'fastify';

import type { Awaitable } from '../metadata/class';
import type { PluginEntry } from '../metadata/modules';
import type { TokenOf, ValuesOf } from '../metadata/token';

/** How the options of a plugin are made from what the container has. */
export interface PluginFactoryOptions<Options, Dependencies extends readonly TokenOf<unknown>[]> {
  readonly inject: Dependencies;
  readonly useFactory: (...dependencies: ValuesOf<Dependencies>) => Awaitable<Options>;
}

/**
 * A Fastify plugin for the whole application, with its options or a factory of them.
 *
 * @example
 * ```ts
 * plugin(jwt, { inject: [AppSettings], useFactory: (settings) => ({ secret: settings.jwtKey.reveal() }) })
 * ```
 */
export function plugin<Options extends FastifyPluginOptions, const Dependencies extends readonly TokenOf<unknown>[]>(
  fastifyPlugin: FastifyPluginCallback<Options> | FastifyPluginAsync<Options>,
  factory: PluginFactoryOptions<NoInfer<Options>, Dependencies>,
): PluginEntry;
export function plugin<Options extends FastifyPluginOptions>(
  fastifyPlugin: FastifyPluginCallback<Options> | FastifyPluginAsync<Options>,
  options?: NoInfer<Options>,
): PluginEntry;
export function plugin(fastifyPlugin: PluginEntry['plugin'], options?: PluginEntry['options']): PluginEntry {
  return { kind: 'plugin', plugin: fastifyPlugin, options };
}
