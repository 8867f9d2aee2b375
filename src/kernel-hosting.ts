import type { FastifyInstance, RouteOptions } from 'fastify';

import type { ErrorMapper } from './http/error-mapper';
import { registerJsonParser } from './http/json-parser';
import { type HttpRequest, toHttpRequest } from './http/request';
import type { ExchangeServices } from './http/exchange';
import type { Endpoints } from './kernel-routes';
import { createTargetError } from './http/target';
import type { Guard } from './kernel-sealing';
import { markOwnHandler } from './kernel-server';
import { registerUploads } from './kernel-uploads';
import { httpMethods } from './metadata/http-method';
import { readRawUse, takesFiles } from './metadata/parameters';
import { Handlers } from './middleware/handlers';
import { sendPluginError } from './middleware/plugin-error';
import { readRawBodyFirst } from './middleware/raw-body';
import { type HandlerFunctions, withRequestContext } from './middleware/with-request-context';
import type { MatchedShape, RouteTable } from './routing/compile-routes';
import type { RouteDefinition } from './routing/route-definition';

/** What hangs the cycle into Fastify. */
export interface HostingParts {
  readonly server: FastifyInstance;
  readonly table: RouteTable<RouteDefinition>;
  readonly endpoints: Pick<Endpoints, 'resolve' | 'resolveNothing'>;
  readonly errors: ErrorMapper;
  readonly services: ExchangeServices;
  readonly guard: Guard | undefined;
}

/** Registers all routes, and what answers where there is none. Plugins must have been registered before. */
export function hostRoutes({ server, table, endpoints, ...shared }: HostingParts): HandlerFunctions {
  if (shared.services.isAlone) registerJsonParser(server);
  let requestPhase: Handlers['onRequest'] | undefined;
  // After the plugins, so that the request phase runs behind the hooks that they add to each route.
  server.addHook('onRoute', (options: RouteOptions) => {
    if (requestPhase) options.onRequest = [options.onRequest ?? [], requestPhase].flat();
  });

  const host = (part: FastifyInstance, shape: MatchedShape<RouteDefinition>, services = shared.services): void => {
    const resolve = (request: HttpRequest) => endpoints.resolve(shape, request);
    const handlers = new Handlers({ ...shared, resolve, services });
    const { onRequest, handler, errorHandler } = withRequestContext(handlers, services.context);
    markOwnHandler(handler);
    const needsBytes = shape.candidates.some(({ parameters }) => readRawUse(parameters) !== undefined);
    const hooks = needsBytes ? { preParsing: readRawBodyFirst } : {};
    requestPhase = onRequest;
    part.route({ method: [...httpMethods], url: shape.url, handler, errorHandler, ...hooks });
    requestPhase = undefined;
  };
  const needsForm = ({ candidates }: MatchedShape<RouteDefinition>) =>
    candidates.some(({ parameters }) => takesFiles(parameters));
  for (const shape of table.shapes.filter((each) => !needsForm(each))) host(server, shape);
  const uploading = table.shapes.filter(needsForm);
  if (uploading.length > 0) {
    registerUploads(server, (part) => {
      // Forms that nobody has read to the end are seen to by a hook.
      for (const shape of uploading) host(part, shape, { ...shared.services, isAlone: false });
    });
  }

  const resolveNothing = () => endpoints.resolveNothing();
  const { errors, services } = shared;
  const handlers = withRequestContext(new Handlers({ ...shared, resolve: resolveNothing }), services.context);
  const { onRequest, errorHandler, answerNothing } = handlers;
  server.setNotFoundHandler({ onRequest, errorHandler } as never, answerNothing);
  // Errors of plugins' own routes.
  server.setErrorHandler((error, request, reply) => {
    sendPluginError({ request: toHttpRequest(request), reply, services }, error, errors);
  });
  return handlers;
}

/** The error of a target that is no URL of ours: the router's message shows what it was rewritten to. */
export function toTargetError(error: { readonly code?: string }): Error {
  return error.code === 'FST_ERR_BAD_URL' ? createTargetError({ cause: error }) : (error as Error);
}
