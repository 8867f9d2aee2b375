import type { FastifyInstance, FastifyServerOptions, RouteOptions } from 'fastify';

type BuildCompiler = (...parts: readonly unknown[]) => unknown;

/**
 * Compilers of JSON Schema that are loaded when they are first used, as by `request.validateInput`. Fastify loads its own
 * at start, which takes a tenth of the start of a small application, and no route of a view has a schema.
 */
export function deferSchemaCompilers(): NonNullable<FastifyServerOptions['schemaController']> {
  let validators: BuildCompiler | undefined;
  let serializers: BuildCompiler | undefined;
  const compilersFactory: Record<string, BuildCompiler> = {
    buildValidator: (...parts) => (validators ??= loadValidators())(...parts),
    buildSerializer: (...parts) => (serializers ??= loadSerializers())(...parts),
  };
  return { compilersFactory };
}

/**
 * Refuses, while the kernel starts, routes whose schema names headers: for compilers that are not its own Fastify does not
 * compare the names without case, and a header would pass unseen.
 */
export function refuseHeaderSchemas(server: FastifyInstance): void {
  server.addHook('onRoute', ({ method, url, schema }: RouteOptions) => {
    if (schema?.headers === undefined) return;
    throw new Error(
      `${String(method)} ${url} has a schema of headers, which only a plugin's route may have. ` +
        'Add the route in a plugin: @Module({ plugins: [plugin(async (server) => { … })] }).',
    );
  });
}

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load them at start */
function loadValidators(): BuildCompiler {
  return (require('@fastify/ajv-compiler') as () => BuildCompiler)();
}

function loadSerializers(): BuildCompiler {
  return (require('@fastify/fast-json-stringify-compiler') as () => BuildCompiler)();
}
