import { assertNoProblems } from '../errors/configuration-error';
import type { Kernel } from '../kernel';
import { readBlueprint } from '../kernel-blueprint';
import { readRunning } from '../kernel-running';
import type { Class } from '../metadata/class';
import type { DescribedApplication } from './application';
import { describeApi } from './describe-api';
import type { OpenApiDocument } from './document';
import type { OpenApiOptions } from './options';

/**
 * An OpenAPI 3.1 document of an application, as plain data: of a kernel that runs, or of a module, of which nothing is
 * started. It is made from routes, DTOs, `@Returns`, `@Raises`, converters and metadata; `@Doc` adds words.
 *
 * @example
 * ```ts
 * const document = createOpenApi(AppModule, { title: 'Notes', version: '1.0.0' });
 * ```
 *
 * @throws {ConfigurationError} with everything that is wrong with the module
 */
export function createOpenApi(application: Kernel | Class, options: OpenApiOptions): OpenApiDocument {
  return describeApi(readApplication(application, options), options).document;
}

/** What is known of an application that runs, or of a module. */
function readApplication(application: Kernel | Class, options: OpenApiOptions): DescribedApplication {
  if (typeof application !== 'function') return readServed(application.server, options);

  const blueprint = readBlueprint(application);
  assertNoProblems(blueprint.problems);
  return {
    blueprint,
    acceptsForms: blueprint.application.plugins.some(({ plugin }) => readPluginName(plugin) === '@fastify/formbody'),
    unknownProperties: options.unknownProperties ?? 'reject',
  };
}

/** What is known of an application by its server, whose plugins are registered. */
export function readServed(server: Kernel['server'], options: OpenApiOptions): DescribedApplication {
  const { blueprint, unknownProperties } = readRunning(server);
  return {
    blueprint,
    acceptsForms: server.hasContentTypeParser('application/x-www-form-urlencoded'),
    unknownProperties: options.unknownProperties ?? unknownProperties,
  };
}

function readPluginName(plugin: object): unknown {
  return (plugin as Record<symbol, unknown>)[Symbol.for('fastify.display-name')];
}
