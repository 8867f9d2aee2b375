import { ErrorLog } from './http/error-log';
import { ErrorMapper } from './http/error-mapper';
import { ErrorResponses } from './http/error-responses';
import type { RequestContext } from './http/request-context';
import { readBindingOptions } from './kernel-binding';
import type { Blueprint } from './kernel-blueprint';
import type { RunningApplication } from './kernel-close';
import { type HostingParts, hostRoutes } from './kernel-hosting';
import { createLayer, type MiddlewareTokens } from './kernel-middleware';
import { ObservedErrorMapper } from './kernel-observer';
import { type KernelOptions, readGiven } from './kernel-options';
import { Endpoints } from './kernel-routes';
import type { Seal } from './kernel-sealing';
import { createExchangeServices } from './kernel-services';
import { createViewCaller } from './kernel-view-caller';
import type { MiddlewareEntry } from './metadata/middleware';
import { observeLayer, type Observer } from './middleware/observer';
import type { HandlerFunctions } from './middleware/with-request-context';
import { compileRoutes, type RouteTable } from './routing/compile-routes';
import type { RouteDefinition } from './routing/route-definition';
import type { Settings } from './settings/settings';
import { registerViewCaller } from './views/view-caller';

/** What the routes of an application are made of. */
export interface RegistrationParts extends Omit<RunningApplication, 'connections'> {
  readonly blueprint: Blueprint;
  readonly settings: Settings;
  readonly tokens: MiddlewareTokens;
  readonly options: KernelOptions;
  readonly context: RequestContext | undefined;
  readonly seal: Seal | undefined;
}

/** Compiles the routes of an application and registers them. Its singletons must have been built. */
export function registerRoutes(parts: RegistrationParts): HandlerFunctions {
  const { blueprint, server, injector, work, options, context, seal } = parts;
  const { observer } = options;
  const table = compileRoutes(blueprint.routes, options.fastify?.routerOptions);
  const errors = createErrorMapper(parts);
  const endpoints = createEndpoints(parts, table, errors);
  const isSealed = seal?.settle() ?? false;
  registerViewCaller(server, createViewCaller(injector, endpoints.services, endpoints.binding));
  return hostRoutes({
    server,
    table,
    endpoints: observer ? observeResolution(endpoints, observer) : endpoints,
    errors,
    guard: isSealed ? seal?.guard : undefined,
    services: createExchangeServices(injector, work, {
      given: readGiven(options),
      context,
      isAlone: isSealed,
    }),
  });
}

function createEndpoints(
  { blueprint, settings, server, injector, tokens, options }: RegistrationParts,
  table: RouteTable<RouteDefinition>,
  errors: ErrorMapper,
): Endpoints {
  const { observer } = options;
  const parts = {
    table,
    rootChain: blueprint.application.rootChain,
    injector,
    errors,
    binding: readBindingOptions(server, options),
    timeout: settings.requestTimeout,
    createLayer: (entry: MiddlewareEntry) => {
      const layer = createLayer(entry, tokens, injector);
      return layer && observer ? observeLayer(layer, observer) : layer;
    },
    observer,
  };
  return new Endpoints(parts, blueprint.routes);
}

function createErrorMapper({ injector, settings: { debug }, options }: RegistrationParts): ErrorMapper {
  const responses = injector.container.resolve<ErrorResponses>(ErrorResponses);
  const { observer } = options;
  // Fastify calls a factory for the logs of requests also where there is no log.
  const log = new ErrorLog(options.logger !== false || options.fastify?.childLoggerFactory !== undefined);
  return observer ? new ObservedErrorMapper(responses, debug, log, observer) : new ErrorMapper(responses, debug, log);
}

function observeResolution(endpoints: Endpoints, observer: Observer): HostingParts['endpoints'] {
  return {
    resolveNothing: () => endpoints.resolveNothing(),
    resolve: (shape, request) => {
      const resolution = endpoints.resolve(shape, request);
      observer.onResolved(request, resolution.match);
      return resolution;
    },
  };
}
