import type { FastifyInstance } from 'fastify';

import type { Injector } from './injection/injector';

/** What a kernel runs. */
export interface RunningApplication {
  readonly server: FastifyInstance;
  readonly injector: Injector;
}

/**
 * Accepts no more requests, and stops and disposes what was built when the open ones have ended. After `timeout`
 * milliseconds their connections are cut.
 */
export async function closeApplication({ server, injector }: RunningApplication, timeout: number): Promise<void> {
  const timer = setTimeout(() => {
    server.server.closeAllConnections();
  }, timeout);
  try {
    await server.close();
  } finally {
    clearTimeout(timer);
    for (const error of await injector.close()) {
      server.log.error({ err: error }, 'A singleton could not be stopped or disposed.');
    }
  }
}
