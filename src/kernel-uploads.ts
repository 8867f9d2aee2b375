import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { loadMultipart } from './binding/uploads/load-multipart';
import { isMultipart } from './binding/uploads/multipart';
import { UnsupportedMediaTypeError } from './http/http-errors';
import { toHttpRequest } from './http/request';
import { refuseRest } from './middleware/request-body';
import { readRouted } from './middleware/routed-exchange';

/** What a form may have besides files; those are limited by their decorators. */
const limits = { fields: 100, headerPairs: 50 };

/**
 * Lets some routes take forms with files, and no others: they are registered in a part of the server of their own. A
 * `@fastify/multipart` that the application has registered itself is used as it is.
 */
export function registerUploads(server: FastifyInstance, host: (part: FastifyInstance) => void): void {
  const multipart = server.hasContentTypeParser('multipart/form-data') ? undefined : loadMultipart();
  server.register((part, _options, done) => {
    if (multipart) part.register(multipart as never, { limits });
    part.addHook('preValidation', refuseStrayForm);
    part.addHook('onSend', closeUnread);
    part.after(() => {
      host(part);
    });
    done();
  });
}

// A URL may have methods without files, too.
function refuseStrayForm(request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void {
  const exchange = readRouted(request);
  if (exchange && !exchange.endpoint.takesFiles && isMultipart(toHttpRequest(request))) {
    refuseRest(exchange);
    done(new UnsupportedMediaTypeError());
  } else done();
}

// Node would read all that is left, without limit.
function closeUnread(
  { raw }: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: Error | null, payload: unknown) => void,
): void {
  if (!raw.complete) reply.header('connection', 'close');
  done(null, payload);
}
