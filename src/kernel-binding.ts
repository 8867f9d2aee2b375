import type { FastifyInstance } from 'fastify';

import type { BindingOptions } from './binding/binding-options';
import { defaultLimits } from './binding/validation/input-options';
import type { KernelOptions } from './kernel-options';

/** How arguments are bound on a server whose plugins are registered. */
export function readBindingOptions(server: FastifyInstance, { validation = {} }: KernelOptions): BindingOptions {
  return {
    unknownProperties: validation.unknownProperties ?? 'reject',
    limits: { ...defaultLimits, ...validation.limits },
    acceptsForms: server.hasContentTypeParser('application/x-www-form-urlencoded'),
    bodyLimit: server.initialConfig.bodyLimit ?? 0,
  };
}
