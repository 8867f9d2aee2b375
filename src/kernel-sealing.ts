import type { FastifyReply, FastifyRequest } from 'fastify';

import { BadRequestError } from './http/http-errors';
import type { OpenWork } from './http/open-work';
import { isPathTarget } from './http/target';
import type { Blueprint } from './kernel-blueprint';
import type { KernelOptions } from './kernel-options';

/**
 * Tells whether nothing but the cycle may take part in the requests of an application: it has no plugins, and no option
 * of Fastify or of the log sees requests or replies. Only a provider that is given the server can still change that.
 *
 * What costs each request something and is there for the others' sake can then be left out.
 */
export function mayBeSealed({ application }: Blueprint, { fastify, logger }: KernelOptions): boolean {
  const options = Object.keys(fastify ?? {});
  const seesReplies = typeof logger === 'object' && ('child' in logger || 'serializers' in logger);
  return application.plugins.length === 0 && !seesReplies && options.every((name) => harmless.has(name));
}

// Limits and the router: neither sees a reply.
const harmless = new Set([
  ...[
    'ajv',
    'https',
    'bodyLimit',
    'trustProxy',
    'routerOptions',
    'requestIdHeader',
    'genReqId',
    'disableRequestLogging',
  ],
  ...['connectionTimeout', 'keepAliveTimeout', 'maxRequestsPerSocket', 'requestTimeout', 'forceCloseConnections'],
  ...['onProtoPoisoning', 'onConstructorPoisoning', 'return503OnClosing', 'exposeHeadRoutes', 'pluginTimeout'],
]);

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

/** The error of a target that is no URL of ours. */
export function createTargetError(options?: ErrorOptions): BadRequestError {
  return new BadRequestError('The target of the request is not a valid path.', options);
}
