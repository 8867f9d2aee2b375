import { assertNoProblems, isWarning, type Problem } from './errors/configuration-error';
import { ErrorMapper } from './http/error-mapper';
import { ErrorResponses } from './http/error-responses';
import { OpenWork } from './http/open-work';
import type { RequestContext } from './http/request-context';
import type { Injector } from './injection/injector';
import { readBindingOptions } from './kernel-binding';
import { Connections } from './kernel-connections';
import type { Blueprint } from './kernel-blueprint';
import { closeApplication, type RunningApplication } from './kernel-close';
import { type HostingParts, hostRoutes, toTargetError } from './kernel-hosting';
import { createInjector } from './kernel-injection';
import { createLayer, MiddlewareTokens } from './kernel-middleware';
import { ObservedErrorMapper } from './kernel-observer';
import { type KernelOptions, readGiven } from './kernel-options';
import { readRequestValueProblems } from './kernel-request-values';
import { registerPlugins } from './kernel-plugins';
import { Endpoints } from './kernel-routes';
import { recordRunning } from './kernel-running';
import { createServer } from './kernel-server';
import { createExchangeServices, startRequestContext } from './kernel-services';
import { createViewCaller } from './kernel-view-caller';
import { readEntryClass } from './metadata/middleware';
import { describeToken, type TokenOf } from './metadata/token';
import { observeLayer, type Observer } from './middleware/observer';
import type { HandlerFunctions } from './middleware/with-request-context';
import { compileRoutes } from './routing/compile-routes';
import type { RouterOptions } from './routing/router-options';
import { registerViewCaller } from './views/view-caller';
import type { Settings } from './settings/settings';

/** What a kernel runs, and what `explain` needs to know of it. */
export interface StartedApplication extends RunningApplication {
  readonly tokens: MiddlewareTokens;
  readonly routerOptions: RouterOptions;
}

/** Builds an application that has been proved: server, singletons, plugins, routes, in this order. */
export async function startApplication(
  blueprint: Blueprint,
  settings: Settings,
  options: KernelOptions,
): Promise<StartedApplication> {
  let refuse: HandlerFunctions['refuse'] | undefined;
  const work = new OpenWork();
  const server = createServer(settings, options, {
    frameworkErrors: (error, request, reply) => refuse?.(toTargetError(error), request, reply),
    work,
    hasPlugins: blueprint.application.plugins.length > 0,
  });
  recordRunning(server, blueprint, options);
  const connections = new Connections(server.server);
  const tokens = new MiddlewareTokens();
  const { injector } = createInjector({ blueprint, settings, server, tokens, options });

  const application = { server, injector, work, connections };
  try {
    await injector.start();
    assertNoProblems(readRefusedValues(blueprint, tokens, injector));
    const context = startRequestContext(server, injector);
    await registerPlugins(server, blueprint.application.plugins, injector);
    ({ refuse } = registerRoutes({ blueprint, settings, options, tokens, context, ...application }));
    await server.ready();
  } catch (error) {
    // Why the start failed is what counts.
    await closeApplication(application, { timeout: settings.shutdownTimeout, linger: 0 }).catch(ignore);
    throw error;
  }
  logStart(blueprint, settings, { tokens, ...application });
  return { ...application, tokens, routerOptions: options.fastify?.routerOptions ?? {} };
}

interface Parts extends RunningApplication {
  readonly blueprint: Blueprint;
  readonly settings: Settings;
  readonly tokens: MiddlewareTokens;
  readonly options: KernelOptions;
  readonly context: RequestContext | undefined;
}

function registerRoutes({
  blueprint,
  settings,
  server,
  injector,
  work,
  tokens,
  options,
  context,
}: Parts): HandlerFunctions {
  const { routes, application } = blueprint;
  const table = compileRoutes(routes, options.fastify?.routerOptions);
  const errorResponses = injector.container.resolve<ErrorResponses>(ErrorResponses);
  const { observer } = options;
  const errors = createErrorMapper(errorResponses, settings.debug, observer);
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
  return hostRoutes({
    server,
    table,
    endpoints: observer ? observeResolution(endpoints, observer) : endpoints,
    errors,
    services: createExchangeServices(injector, work, readGiven(options), context),
  });
}

function createErrorMapper(
  responses: ErrorResponses,
  isDebugging: boolean,
  observer: Observer | undefined,
): ErrorMapper {
  return observer ? new ObservedErrorMapper(responses, isDebugging, observer) : new ErrorMapper(responses, isDebugging);
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

function ignore(): void {
  // Plugins may be unable to close what they have not opened.
}

function logStart(
  { middleware, problems }: Blueprint,
  { debug }: Settings,
  { server, injector, tokens }: RunningApplication & Pick<Parts, 'tokens'>,
): void {
  for (const { problem, fix, code } of problems.filter(isWarning)) server.log.warn(`${problem} ${fix} [${code}]`);
  for (const { token, module } of injector.readOpaque()) {
    const made = `${describeToken(token)}${module === undefined ? '' : ` of ${module}`} is made by a factory`;
    server.log.info(`${made} without \`inject\`: what it takes from the container is not proved at start.`);
  }
  if (!debug) return;
  for (const entry of middleware) {
    const refusal = injector.readRefusal(tokens.read(entry)) as { readonly message: string } | undefined;
    if (refusal) server.log.info(`${describeToken(readEntryClass(entry))} is not used: ${refusal.message}`);
  }
}
