import type { FastifyInstance, FastifyServerOptions } from 'fastify';

type Compile = (route: { readonly httpPart?: string }) => unknown;
type BuildCompiler = (...parts: readonly unknown[]) => Compile;

/** Compilers of JSON Schema that are loaded when they are first used. */
export interface DeferredCompilers {
  readonly schemaController: NonNullable<FastifyServerOptions['schemaController']>;
  /** Tells them of the server that they are for. */
  readonly attach: (server: FastifyInstance) => void;
}

/**
 * For a server without plugins: no route of a view has a schema, and Fastify loads its compilers at start, which takes a
 * tenth of the start of a small application. They are there for `request.validateInput` and `reply.serializeInput`.
 *
 * A route that names headers in its schema is refused: for compilers that are not its own Fastify does not compare the
 * names without case, and a header would pass unseen.
 */
export function deferSchemaCompilers(): DeferredCompilers {
  let isReady = false;
  let validators: BuildCompiler | undefined;
  let serializers: BuildCompiler | undefined;
  const buildValidator: BuildCompiler = (...parts) => {
    const compile = (validators ??= loadValidators())(...parts);
    return (route) => {
      if (route.httpPart === 'headers' && !isReady) throw new Error(headersRefused);
      return compile(route);
    };
  };
  const buildSerializer: BuildCompiler = (...parts) => (serializers ??= loadSerializers())(...parts);
  const compilersFactory: Record<string, BuildCompiler> = { buildValidator, buildSerializer };
  return {
    schemaController: { compilersFactory },
    attach: (server) => {
      server.addHook('onReady', (done) => {
        isReady = true;
        done();
      });
    },
  };
}

const headersRefused =
  'An application without plugins may have no schema of headers. ' +
  'Add the route in a plugin: @Module({ plugins: [plugin(async (server) => { … })] }).';

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load them at start */
function loadValidators(): BuildCompiler {
  return (require('@fastify/ajv-compiler') as () => BuildCompiler)();
}

function loadSerializers(): BuildCompiler {
  return (require('@fastify/fast-json-stringify-compiler') as () => BuildCompiler)();
}
