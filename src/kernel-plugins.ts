import type { FastifyInstance } from 'fastify';

import type { Injector } from './injection/injector';
import type { PluginEntry, PluginFactory } from './metadata/modules';

/** Registers the plugins of all modules, one after the other. */
export async function registerPlugins(
  server: FastifyInstance,
  plugins: readonly PluginEntry[],
  injector: Injector,
): Promise<void> {
  for (const { plugin, options } of plugins) {
    await server.register(plugin, (await readOptions(options, injector)) as never);
  }
}

function readOptions(options: PluginEntry['options'], { container }: Injector): unknown {
  if (!isFactory(options)) return options;
  return options.useFactory(...options.inject.map((token) => container.resolve<unknown>(token as never)));
}

function isFactory(options: PluginEntry['options']): options is PluginFactory {
  return options !== undefined && 'useFactory' in options && 'inject' in options;
}
