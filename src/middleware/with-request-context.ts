import { toHttpRequest } from '../http/request';
import type { RequestContext } from '../http/request-context';
import type { Handlers } from './handlers';

/** The functions that Fastify calls. */
export type HandlerFunctions = Pick<Handlers, 'onRequest' | 'handler' | 'answerNothing' | 'errorHandler' | 'refuse'>;

/**
 * Has each of them run as part of its request. All of them: Fastify goes on from events of the connection, and plugins
 * from their own, which are part of no request.
 */
export function withRequestContext(handlers: HandlerFunctions, context: RequestContext | undefined): HandlerFunctions {
  if (!context) return handlers;
  return {
    onRequest: (request, reply, done) => {
      context.run(toHttpRequest(request), () => {
        handlers.onRequest(request, reply, done);
      });
    },
    handler: (request, reply) => {
      context.run(toHttpRequest(request), () => {
        handlers.handler(request, reply);
      });
    },
    answerNothing: (request, reply) => {
      context.run(toHttpRequest(request), () => {
        handlers.answerNothing(request, reply);
      });
    },
    errorHandler: (error, request, reply) => {
      context.run(toHttpRequest(request), () => {
        handlers.errorHandler(error, request, reply);
      });
    },
    refuse: (error, request, reply) => {
      context.run(toHttpRequest(request), () => {
        handlers.refuse(error, request, reply);
      });
    },
  };
}
