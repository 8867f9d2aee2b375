import type { FastifyInstance } from 'fastify';

import type { ApiDescription } from './describe-api';

const descriptions = new WeakMap<object, ApiDescription>();

/** Keeps the description that a server serves, for who compares answers with it. */
export function recordDescription({ server }: FastifyInstance, description: ApiDescription): void {
  descriptions.set(server, description);
}

/** The description that a server serves, if it does. */
export function readServedDescription({ server }: Pick<FastifyInstance, 'server'>): ApiDescription | undefined {
  return descriptions.get(server);
}
