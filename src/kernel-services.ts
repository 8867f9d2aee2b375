import type { FastifyInstance } from 'fastify';

import type { ExchangeServices } from './http/exchange';
import { readExchange } from './http/exchange-of-request';
import type { OpenWork } from './http/open-work';
import { type HttpRequest, toHttpRequest } from './http/request';
import { RequestContext } from './http/request-context';
import type { Injector } from './injection/injector';
import { ScopeOfRequest, type ScopeSources } from './injection/scope-of-request';
import type { RouteValues } from './injection/unset-value';
import { describeToken } from './metadata/token';
import { RoutedExchange } from './middleware/routed-exchange';

/** What the exchanges of a kernel share. */
export function createExchangeServices(
  injector: Injector,
  work: OpenWork,
  { given, ...shared }: Pick<ScopeSources, 'given'> & Pick<ExchangeServices, 'context' | 'isAlone'>,
): ExchangeServices {
  const sources: ScopeSources = {
    readBuild: (token) => injector.readAsked(token, 'request.scope.get'),
    readRouteValues,
    given,
    trackDisposal: (request, token, disposal) => work.waitFor({ name: describeToken(token), request }, disposal),
    reportDisposal: (request: HttpRequest, token: unknown, error: unknown) => {
      request.log.error({ err: error }, `${describeToken(token)} could not be disposed.`);
    },
  };
  return { work, ...shared, createScope: (owner) => new ScopeOfRequest(owner, sources) };
}

/** The request context of a kernel; nothing of it is there where nothing injects it. Call it before plugins register. */
export function startRequestContext(server: FastifyInstance, injector: Injector): RequestContext | undefined {
  const context: unknown = injector.readBuild(RequestContext)?.(undefined as never);
  if (!RequestContext.isOwn(context)) return undefined;
  // For the hooks and routes of plugins.
  server.addHook('onRequest', (request, _reply, done) => {
    context.run(toHttpRequest(request), done);
  });
  return context;
}

// No chain runs for a request that is refused while closing, or that a plugin answers.
function readRouteValues(request: HttpRequest): RouteValues {
  const exchange = readExchange(request);
  const place = exchange?.resolved ? `${request.method} ${exchange.resolved.pattern}` : 'a request without a route';
  return { place, providers: exchange instanceof RoutedExchange ? exchange.endpoint.providers : noProviders };
}

const noProviders: RouteValues['providers'] = new Map();
