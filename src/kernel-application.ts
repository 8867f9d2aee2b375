import { assertNoProblems, isWarning, type Problem } from './errors/configuration-error';
import { OpenWork } from './http/open-work';
import type { Injector } from './injection/injector';
import { Connections } from './kernel-connections';
import type { Blueprint } from './kernel-blueprint';
import { closeApplication, type RunningApplication } from './kernel-close';
import { toTargetError } from './kernel-hosting';
import { createInjector } from './kernel-injection';
import { MiddlewareTokens } from './kernel-middleware';
import type { KernelOptions } from './kernel-options';
import { readRequestValueProblems } from './kernel-request-values';
import { registerPlugins } from './kernel-plugins';
import { registerRoutes } from './kernel-registration';
import { recordRunning } from './kernel-running';
import { createGuard, mayBeSealed, Seal } from './kernel-sealing';
import { createServer } from './kernel-server';
import { startRequestContext } from './kernel-services';
import { readEntryClass } from './metadata/middleware';
import { describeToken, type TokenOf } from './metadata/token';
import type { HandlerFunctions } from './middleware/with-request-context';
import type { RouterOptions } from './routing/router-options';
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
  const frameworkErrors: HandlerFunctions['refuse'] = (error, request, reply) =>
    refuse?.(toTargetError(error as { readonly code?: string }), request, reply);
  const seal = mayBeSealed(blueprint, options) ? new Seal(createGuard(work, frameworkErrors)) : undefined;
  const hasPlugins = blueprint.application.plugins.length > 0;
  const server = createServer(settings, options, { frameworkErrors, work, hasPlugins, isGuarded: seal !== undefined });
  recordRunning(server, blueprint, options);
  const connections = new Connections(server.server);
  const tokens = new MiddlewareTokens();
  const { injector } = createInjector({
    ...{ blueprint, settings, server, tokens, options },
    onServerUsed: () => seal?.break(server),
  });

  const application = { server, injector, work, connections };
  try {
    await injector.start();
    assertNoProblems(readRefusedValues(blueprint, tokens, injector));
    const context = startRequestContext(server, injector);
    await registerPlugins(server, blueprint.application.plugins, injector);
    ({ refuse } = registerRoutes({ blueprint, settings, options, tokens, context, seal, ...application }));
    await server.ready();
  } catch (error) {
    // Why the start failed is what counts.
    await closeApplication(application, { timeout: settings.shutdownTimeout, linger: 0 }).catch(ignore);
    throw error;
  }
  logStart(blueprint, settings, tokens, application);
  return { ...application, tokens, routerOptions: options.fastify?.routerOptions ?? {} };
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
  tokens: MiddlewareTokens,
  { server, injector }: RunningApplication,
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
