import { channel } from 'node:diagnostics_channel';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { OpenWork } from './http/open-work';
import { createTargetError, isPathTarget } from './http/target';
import type { Blueprint } from './kernel-blueprint';
import type { KernelOptions } from './kernel-options';

/**
 * Tells whether nothing but the cycle may take part in the requests of an application: it has no plugins, no option of
 * Fastify or of the log sees requests or replies, and no diagnostics channel of Fastify is listened to.
 *
 * What costs each request something and is there for the others' sake can then be left out, unless a provider is given
 * the server.
 */
export function mayBeSealed({ application }: Blueprint, { fastify = {}, logger = {} }: KernelOptions): boolean {
  return (
    application.plugins.length === 0 &&
    Object.keys(fastify).every((name) => harmlessOptions.has(name)) &&
    (typeof logger !== 'object' || Object.keys(logger).every((name) => harmlessLogOptions.has(name))) &&
    !channels.some((name) => channel(name).hasSubscribers)
  );
}

// What has to do with the server, the router, or the request before it is routed.
const harmlessOptions = new Set([
  'ajv',
  'bodyLimit',
  'connectionTimeout',
  'disableRequestLogging',
  'exposeHeadRoutes',
  'forceCloseConnections',
  'genReqId',
  'https',
  'keepAliveTimeout',
  'maxRequestsPerSocket',
  'onConstructorPoisoning',
  'onProtoPoisoning',
  'pluginTimeout',
  'requestIdHeader',
  'requestTimeout',
  'return503OnClosing',
  'routerOptions',
  'trustProxy',
]);

// Where lines go and what they are called. Others, such as `serializers` and `mixin`, are functions that see replies.
const harmlessLogOptions = new Set([
  'base',
  'enabled',
  'errorKey',
  'file',
  'level',
  'messageKey',
  'name',
  'redact',
  'stream',
  'timestamp',
  'transport',
]);

const channels = ['fastify.initialization', 'tracing:fastify.request.handler:start'];

/** Answers a request that must reach neither a hook nor a view. Tells whether it did. */
export type Guard = (request: FastifyRequest, reply: FastifyReply) => boolean;

/** Refuses requests that come while the kernel closes, and targets that the router would take for another. */
export function createGuard(
  work: OpenWork,
  refuse: (error: Error, request: FastifyRequest, reply: FastifyReply) => void,
): Guard {
  return (request, reply) => {
    if (!work.isClosing && isPathTarget(request.url)) return false;
    refuse(createTargetError(), request, reply);
    return true;
  };
}

/** Whether an application that may be sealed is: until somebody is given its server. */
export class Seal {
  #isBroken = false;
  #isSettled = false;

  constructor(readonly guard: Guard) {}

  /** Somebody is given the server: hooks that he adds run behind the guard. Once the server is ready, none can be added. */
  break(server: FastifyInstance): void {
    if (this.#isBroken || this.#isSettled) return;
    this.#isBroken = true;
    server.addHook('onRequest', (request, reply, done) => {
      if (!this.guard(request, reply)) done();
    });
  }

  /** Tells whether the application is sealed, for good. */
  settle(): boolean {
    this.#isSettled = true;
    return !this.#isBroken;
  }
}
