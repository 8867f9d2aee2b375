import type { FastifyInstance } from 'fastify';

import { token } from './token';

/** The Fastify instance of the kernel, to inject: `@Inject(SERVER) server: FastifyInstance`. */
export const SERVER = token<FastifyInstance>('SERVER');
