import type { FastifyInstance } from 'fastify';

import type { Blueprint } from './kernel-blueprint';
import type { KernelOptions } from './kernel-options';
import type { UnknownProperties } from './metadata/parameters';

/** What is known of an application that runs, for who describes it. */
export interface RunningDescription {
  readonly blueprint: Blueprint;
  readonly unknownProperties: UnknownProperties;
}

const running = new WeakMap<object, RunningDescription>();

/** Lets plugins of an application find what it was read as. */
export function recordRunning({ server }: FastifyInstance, blueprint: Blueprint, { validation }: KernelOptions): void {
  running.set(server, { blueprint, unknownProperties: validation?.unknownProperties ?? 'reject' });
}

/** What the application of a server was read as. */
export function readRunning({ server }: Pick<FastifyInstance, 'server'>): RunningDescription {
  const found = running.get(server);
  if (found) return found;
  throw new TypeError('The server is none of a kernel.');
}
