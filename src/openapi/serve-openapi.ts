import type { FastifyInstance, FastifyPluginCallback } from 'fastify';

import { ConfigurationError } from '../errors/configuration-error';
import { missingSwaggerUi } from '../errors/openapi-problems';
import type { PluginEntry } from '../metadata/modules';
import { plugin } from '../modules/plugin';
import type { PluginFactoryOptions } from '../modules/plugin';
import type { TokenOf } from '../metadata/token';
import { readServed } from './create-openapi';
import { describeApi } from './describe-api';
import type { ServedOpenApiOptions } from './options';
import { recordDescription } from './served-descriptions';
import { findSwaggerUi, servePages } from './swagger-ui';

/**
 * Serves the document of the application at `/openapi.json`, and pages to read and try it at `/docs`, for which it needs the
 * package `@fastify/swagger-ui`. The document is made once, at start. Middleware does not guard these routes.
 *
 * @example
 * ```ts
 * @Module({ plugins: [openApi({ title: 'Notes', version: '1.0.0' })] })
 * ```
 */
export function openApi(options: ServedOpenApiOptions): PluginEntry;
/** Serves the document with options that are made from what is injected, such as the settings. */
export function openApi<const Dependencies extends readonly TokenOf<unknown>[]>(
  factory: PluginFactoryOptions<ServedOpenApiOptions, Dependencies>,
): PluginEntry;
// An implementation must fit all its overloads.
export function openApi(options: object): PluginEntry {
  return plugin(serveOpenApi, options as ServedOpenApiOptions);
}

const serveOpenApi: FastifyPluginCallback<ServedOpenApiOptions> = (server, options, done) => {
  const { path = '/openapi.json', ui = '/docs' } = options;
  const served = { text: '' };
  // When all plugins are there: one of them may bring forms.
  server.addHook('onReady', (ready) => {
    served.text = describe(server, options);
    ready();
  });
  server.get(path, (_request, reply) => reply.type('application/json; charset=utf-8').send(served.text));
  const folder = ui === false ? undefined : findSwaggerUi();
  if (ui !== false && folder === undefined) {
    done(new ConfigurationError([missingSwaggerUi(ui)]));
    return;
  }
  if (ui !== false && folder !== undefined) servePages(server, { ...options, ui, path, folder });
  done();
};

// Not in a part of its own, which would not see what plugins bring that come later.
Object.assign(serveOpenApi, { [Symbol.for('skip-override')]: true });

function describe(server: FastifyInstance, options: ServedOpenApiOptions): string {
  const description = describeApi(readServed(server, options), options);
  recordDescription(server, description);
  return JSON.stringify(description.document);
}
