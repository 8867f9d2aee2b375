import { assertNoProblems, isWarning, type Problem } from './errors/configuration-error';
import { ErrorMapper } from './http/error-mapper';
import { ErrorResponses } from './http/error-responses';
import type { HttpRequest } from './http/request';
import type { Injector } from './injection/injector';
import { ScopeOfRequest } from './injection/scope-of-request';
import type { RouteValues } from './injection/unset-value';
import { readBindingOptions } from './kernel-binding';
import type { Blueprint } from './kernel-blueprint';
import { closeApplication, type RunningApplication } from './kernel-close';
import { type HostingParts, hostRoutes, toTargetError } from './kernel-hosting';
import { createInjector } from './kernel-injection';
import { createLayer, MiddlewareTokens, readClass } from './kernel-middleware';
import { ObservedErrorMapper } from './kernel-observer';
import { type KernelOptions, readGiven } from './kernel-options';
import { readRequestValueProblems } from './kernel-request-values';
import { registerPlugins } from './kernel-plugins';
import { Endpoints } from './kernel-routes';
import { createServer } from './kernel-server';
import { createViewCaller } from './kernel-view-caller';
import { describeToken, type TokenOf } from './metadata/token';
import type { Handlers } from './middleware/handlers';
import { observeLayer, type Observer } from './middleware/observer';
import { readRouted, type RoutedExchange } from './middleware/routed-exchange';
import { compileRoutes } from './routing/compile-routes';
import { registerViewCaller } from './views/view-caller';
import type { Settings } from './settings/settings';

/** Builds an application that has been proved: server, singletons, plugins, routes, in this order. */
export async function startApplication(
  blueprint: Blueprint,
  settings: Settings,
  options: KernelOptions,
): Promise<RunningApplication> {
  let refuse: Handlers['refuse'] | undefined;
  const server = createServer(settings, options, (error, request, reply) =>
    refuse?.(toTargetError(error), request, reply),
  );
  const tokens = new MiddlewareTokens();
  const { injector } = createInjector({ blueprint, settings, server, tokens, options });

  try {
    await injector.start();
    assertNoProblems(readRefusedValues(blueprint, tokens, injector));
    await registerPlugins(server, blueprint.application.plugins, injector);
    ({ refuse } = registerRoutes({ blueprint, settings, server, injector, tokens, options }));
    await server.ready();
  } catch (error) {
    // Why the start failed is what counts.
    await closeApplication({ server, injector }, settings.shutdownTimeout).catch(ignore);
    throw error;
  }
  logStart(blueprint, settings, { server, injector, tokens });
  return { server, injector };
}

interface Parts extends RunningApplication {
  readonly blueprint: Blueprint;
  readonly settings: Settings;
  readonly tokens: MiddlewareTokens;
  readonly options: KernelOptions;
}

function registerRoutes({ blueprint, settings, server, injector, tokens, options }: Parts): Handlers {
  const { routes, application } = blueprint;
  const table = compileRoutes(routes, options.fastify?.routerOptions);
  const errorResponses = injector.container.resolve<ErrorResponses>(ErrorResponses);
  const { observer } = options;
  const errors = observer
    ? new ObservedErrorMapper(errorResponses, settings.debug, observer)
    : new ErrorMapper(errorResponses, settings.debug);
  const endpoints = new Endpoints(
    {
      table,
      rootChain: application.rootChain,
      injector,
      errors,
      binding: readBindingOptions(server, options),
      timeout: settings.requestTimeout,
      createLayer: (entry) => {
        const layer = createLayer(entry, tokens, injector);
        return layer && observer ? observeLayer(layer, observer) : layer;
      },
      observer,
    },
    routes,
  );
  registerViewCaller(server, createViewCaller(injector, endpoints.services, endpoints.binding));
  const sources = {
    readBuild: injector.readBuild.bind(injector),
    readRouteValues,
    given: readGiven(options),
    reportDisposal: (request: HttpRequest, token: unknown, error: unknown) => {
      request.log.error({ err: error }, `${describeToken(token)} could not be disposed.`);
    },
  };
  return hostRoutes({
    server,
    table,
    endpoints: observer ? observeResolution(endpoints, observer) : endpoints,
    errors,
    createScope: (owner) => new ScopeOfRequest(owner, sources),
  });
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

// What a middleware that is not used would have filled.
function readRefusedValues(blueprint: Blueprint, tokens: MiddlewareTokens, injector: Injector): readonly Problem[] {
  const readRefusal = (token: TokenOf<unknown>) => injector.readRefusal(token);
  const hasRefused = blueprint.middleware.some((entry) => readRefusal(tokens.read(entry)) !== undefined);
  return hasRefused ? readRequestValueProblems({ blueprint, tokens, graph: injector.graph }, readRefusal) : [];
}

// Scopes are made by requests that have an exchange.
function readRouteValues(request: HttpRequest): RouteValues {
  const { endpoint, resolved } = readRouted(request) as RoutedExchange;
  const place = resolved ? `${request.method} ${resolved.pattern}` : 'a request without a route';
  return { place, providers: endpoint.providers };
}

function ignore(): void {
  // Plugins may be unable to close what they have not opened.
}

function logStart(
  { middleware, problems }: Blueprint,
  { debug }: Settings,
  { server, injector, tokens }: RunningApplication & Pick<Parts, 'tokens'>,
): void {
  for (const { problem, fix, code } of problems.filter(isWarning)) server.log.warn(`${problem} ${fix} [${code}]`);
  if (!debug) return;
  for (const entry of middleware) {
    const refusal = injector.readRefusal(tokens.read(entry)) as { readonly message: string } | undefined;
    if (refusal) server.log.info(`${describeToken(readClass(entry))} is not used: ${refusal.message}`);
  }
}
