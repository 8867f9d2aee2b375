import { setTimeout as wait } from 'node:timers/promises';

import type { FastifyInstance } from 'fastify';

import { createClosingError } from './http/closing-error';
import type { OpenWork } from './http/open-work';
import type { Injector } from './injection/injector';
import type { Connections } from './kernel-connections';
import { drain, type Patience } from './kernel-drain';
import { describeOpenWork } from './kernel-open-requests';

/** What a kernel runs. */
export interface RunningApplication {
  readonly server: FastifyInstance;
  readonly injector: Injector;
  readonly work: OpenWork;
  readonly connections: Connections;
}

/**
 * Ends all that runs: requests first, then what plugins have opened, then singletons. What takes longer than its time is
 * broken off and named in the log. Tells whether all has ended by itself.
 */
export async function closeApplication(application: RunningApplication, patience: Patience): Promise<boolean> {
  const { server, work, connections } = application;
  const end = performance.now() + patience.timeout;
  const isDrained = await drain({ work, connections }, patience);
  if (!isDrained) breakOff(application, patience);
  connections.cutIdle();

  const timer = setTimeout(() => {
    connections.cutAll();
  }, end - performance.now());
  let isStopped = false;
  try {
    await server.close();
  } finally {
    clearTimeout(timer);
    isStopped = await stopSingletons(application, patience);
  }
  return isDrained && isStopped;
}

function breakOff({ server, work, connections }: RunningApplication, { timeout }: Patience): void {
  const open = describeOpenWork(work, connections);
  server.log.error({ open }, `Broken off, since open after ${timeout} ms:\n  ${open.join('\n  ')}`);
  const reason = createClosingError();
  for (const exchange of [...work.requests]) {
    exchange.abort(reason);
    exchange.reply.raw.destroy();
  }
  connections.cutAll();
}

async function stopSingletons({ server, injector }: RunningApplication, { timeout }: Patience): Promise<boolean> {
  const stopping = new AbortController();
  const late = wait(timeout, undefined, stopping).then(
    () => undefined,
    () => undefined,
  );
  const failures = await Promise.race([injector.close(), late]);
  stopping.abort();
  for (const { name, error } of failures ?? []) server.log.error({ err: error }, `${name} failed.`);
  if (failures) return true;

  const open = injector.readOpenStops();
  server.log.error({ open }, `Not waited for any longer than ${timeout} ms:\n  ${open.join('\n  ')}`);
  return false;
}
