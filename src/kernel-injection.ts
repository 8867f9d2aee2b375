import type { FastifyInstance } from 'fastify';

import { readValidatorClasses } from './binding/input-classes';
import { isWarning, type Problem } from './errors/configuration-error';
import { ErrorResponses } from './http/error-responses';
import { Logger } from './http/logger';
import { createRoot, type Graph } from './injection/graph';
import { readGraphProblems } from './injection/graph-problems';
import { Injector } from './injection/injector';
import type { ListedProvider } from './injection/listed-providers';
import { createClassNode, type Node } from './injection/node';
import { Registry } from './injection/registry';
import { builtInRequestTokens } from './injection/request-values';
import { SERVER } from './injection/server';
import { token as createToken } from './injection/token';
import { readUnusedProviders } from './injection/unused-providers';
import type { Blueprint } from './kernel-blueprint';
import { MiddlewareTokens, readProvided } from './kernel-middleware';
import { type KernelOptions, readGiven } from './kernel-options';
import { readAsyncFactoryProblems, readProvisionProblems, readRequestValueProblems } from './kernel-request-values';
import { type Class, readLineage } from './metadata/class';
import { readEntryClass } from './metadata/middleware';
import type { PluginEntry, PluginFactory } from './metadata/modules';
import { describeToken, type TokenOf } from './metadata/token';
import { isMiddlewareNotUsed } from './middleware/middleware-not-used';
import { Urls } from './routing/urls';
import type { Settings } from './settings/settings';

/** What the injector of an application is made of. */
export interface InjectionParts {
  readonly blueprint: Blueprint;
  readonly settings: Settings;
  readonly server: FastifyInstance;
  readonly tokens: MiddlewareTokens;
  readonly options: KernelOptions;
  /** Called when the server is given to a provider or a view. */
  readonly onServerUsed?: () => void;
}

/** All that is wrong with the graph of an application. Nothing is built for it. */
export function readInjectionProblems(
  blueprint: Blueprint,
  settingsType: Class,
  options: KernelOptions,
): readonly Problem[] {
  // What a module that could not be read provides is not known.
  if (!blueprint.application.isWhole) return [];
  // Of values that come later, the proof needs only the tokens.
  const later = { server: undefined as never, settings: Object.create(settingsType.prototype as object) as Settings };
  const tokens = new MiddlewareTokens();
  const { injector, problems } = createInjector({ blueprint, tokens, options, ...later });
  const { graph } = injector;
  const faults = [
    ...problems,
    ...readGraphProblems(graph),
    ...readProvisionProblems(blueprint, graph),
    ...readAsyncFactoryProblems(blueprint),
    ...readRequestValueProblems({ blueprint, tokens, graph }),
  ];
  const isWhole = ![...blueprint.problems, ...faults].some((each) => !isWarning(each));
  // What takes the place of a provider may need less than it, and what cannot be read may need more.
  return isWhole && !options.providers?.length ? [...faults, ...readUnused(blueprint, tokens, graph)] : faults;
}

function readUnused(blueprint: Blueprint, tokens: MiddlewareTokens, graph: Graph): Problem[] {
  const middleware = blueprint.middleware.flatMap((entry) => [tokens.read(entry), readEntryClass(entry)]);
  const starts = [ErrorResponses, ...middleware, ...readValidators(blueprint)];
  return readUnusedProviders(graph, readListed(blueprint), starts);
}

/** The injector of an application, and what is wrong with its providers. */
export function createInjector(parts: InjectionParts): {
  readonly injector: Injector;
  readonly problems: readonly Problem[];
} {
  const { blueprint, tokens } = parts;
  const middleware = blueprint.middleware.map((entry) => tokens.read(entry));
  const mayRefuse = new Set(middleware);
  const registry = createRegistry(parts);
  const given = readGiven(parts.options);
  const filled = [...readProvided(blueprint.middleware)].filter((token) => !given.has(token));
  const injector = new Injector({
    registry,
    startTimeout: parts.settings.startTimeout,
    values: readValues(parts),
    requestTokens: new Set([...builtInRequestTokens, ...filled]),
    middleware: new Set(middleware),
    isRefusal: (token, error) => mayRefuse.has(token) && isMiddlewareNotUsed(error),
    observe: parts.options.observer?.onInjected,
    onValueUsed: (token) => {
      if (token === SERVER) parts.onServerUsed?.();
    },
  });

  const needed = [ErrorResponses, ...registry.tokens, ...middleware, ...readValidators(blueprint)];
  for (const token of needed) injector.addToken(token);
  const views = [...blueprint.routes, ...blueprint.unmatched].map((route) => route.view);
  for (const view of new Set(views)) injector.addRoot(createRoot(view));
  for (const each of blueprint.application.plugins) injector.addRoot(toPluginNode(each));
  return { injector, problems: registry.problems };
}

// What the kernel itself is given comes first, and counts.
function createRegistry({ blueprint, options, tokens }: InjectionParts): Registry {
  const { root } = blueprint.application;
  const given = (options.providers ?? []).map((provider) => ({
    ...{ provider, module: describeToken(root), isGiven: true },
  }));
  const registry = new Registry([...given, ...readListed(blueprint)]);
  if (!registry.find(ErrorResponses)) registry.add(createClassNode(ErrorResponses, ErrorResponses, 'singleton', []));
  for (const node of tokens.createNodes(registry)) registry.add(node);
  return registry;
}

function readListed({ application }: Blueprint): ListedProvider[] {
  return application.providers.map(({ provider, module }) => ({ provider, module: describeToken(module) }));
}

function readValues({ blueprint, settings, server, options }: InjectionParts): Map<TokenOf<unknown>, unknown> {
  const given = readGiven(options);
  const values: [TokenOf<unknown>, unknown][] = [
    [SERVER, server],
    [Logger, (server as FastifyInstance | undefined)?.log],
    [Urls, blueprint.urls],
    // By its own class, and by those that it extends.
    ...readLineage(settings.constructor as Class).map((each): [TokenOf<unknown>, unknown] => [each, settings]),
  ];
  return new Map(values.filter(([token]) => !given.has(token)));
}

// The options of a plugin, as far as the graph is concerned: they are made once.
function toPluginNode({ plugin, options }: PluginEntry): Node {
  const named = plugin as { [display]?: string; readonly name: string };
  const name = named[display] ?? named.name;
  const inject = (options as Partial<PluginFactory> | undefined)?.inject ?? [];
  return {
    token: createToken(name === '' ? 'a plugin' : `plugin(${name})`),
    scope: 'singleton',
    type: undefined,
    dependencies: inject.map((token, index) => ({ index, token, optional: false })),
    dispose: undefined,
    make: (values) => values,
  };
}

// Where fastify-plugin puts the name of a plugin.
const display: unique symbol = Symbol.for('fastify.display-name') as never;

function readValidators({ routes }: Blueprint): readonly TokenOf<unknown>[] {
  return routes.flatMap(({ parameters }) => readValidatorClasses(parameters));
}
