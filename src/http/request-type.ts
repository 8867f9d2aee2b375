import type { FastifyInstance, FastifyRequest } from 'fastify';

import { whenSocketCloses } from './closing';
import { exchangeField, readExchange } from './exchange-of-request';

const additions: Readonly<Record<string, (request: FastifyRequest) => unknown>> = {
  match: (request) => readExchange(request)?.match,
  path: readPath,
  scope: (request) => {
    const exchange = readExchange(request);
    if (exchange) return exchange.scope;
    throw new Error('request.scope is there in views and middleware, not in the hooks and routes of plugins.');
  },
  signal: (request) => readExchange(request)?.signal ?? readSocketSignal(request),
};

/** Gives Fastify's request what `HttpRequest` adds to it. */
export function registerRequestType(server: FastifyInstance): void {
  server.decorateRequest(exchangeField as never, null as never);
  for (const [name, read] of Object.entries(additions)) decorate(server, name, read);
}

/** Gives the same to a request that Fastify refuses before it looks for a route: that one has no decorations. */
export function completeRequest(request: FastifyRequest): void {
  for (const [name, read] of Object.entries(additions)) {
    Object.defineProperty(request, name, { configurable: true, get: () => read(request) });
  }
}

// The path of the target: in origin form, without query, not decoded.
function readPath({ url }: { readonly url: string }): string {
  const target = url.startsWith('/') ? url : url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?]*/i, '');
  const end = target.indexOf('?');
  const path = end === -1 ? target : target.slice(0, end);
  // A target that is no path is refused, but root middleware see it.
  return path.startsWith('/') ? path : '/';
}

function decorate(server: FastifyInstance, name: string, read: (request: FastifyRequest) => unknown): void {
  server.decorateRequest(
    name as never,
    {
      getter(this: FastifyRequest) {
        return read(this);
      },
    } as never,
  );
}

// In the routes of plugins, whose answer is not ours: it aborts with the connection.
function readSocketSignal(request: FastifyRequest): AbortSignal {
  const known = socketSignals.get(request);
  if (known) return known;

  const controller = new AbortController();
  socketSignals.set(request, controller.signal);
  whenSocketCloses(request.raw, () => {
    controller.abort();
  });
  return controller.signal;
}

const socketSignals = new WeakMap<FastifyRequest, AbortSignal>();
