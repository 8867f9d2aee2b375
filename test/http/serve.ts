import Fastify from 'fastify';

import type { HttpRequest } from '../../src/http/request';
import type { HttpResponse } from '../../src/http/response';

/** A server that answers everything with one response, sent as plainly as its contract allows. */
export async function serve(respond: () => HttpResponse) {
  const server = Fastify({ forceCloseConnections: true });
  server.route({
    method: ['GET', 'HEAD', 'POST'],
    url: '/',
    handler: async (request, reply) => {
      const response = respond();
      const payload = await response.toPayload(request as unknown as HttpRequest);
      if (response.contentType !== undefined && payload !== undefined) reply.type(response.contentType);
      for (const [name, value] of response.existingHeaders ?? []) reply.header(name, value);
      return reply.code(response.status).send(payload);
    },
  });
  const origin = await server.listen({ port: 0, host: '127.0.0.1' });
  return { origin, close: () => server.close() };
}
