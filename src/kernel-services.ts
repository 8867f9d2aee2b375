import type { ExchangeServices, OpenWork } from './http/exchange';
import type { HttpRequest } from './http/request';
import type { Injector } from './injection/injector';
import { ScopeOfRequest, type ScopeSources } from './injection/scope-of-request';
import type { RouteValues } from './injection/unset-value';
import { describeToken } from './metadata/token';
import { readRouted, type RoutedExchange } from './middleware/routed-exchange';

/** What the exchanges of a kernel share. */
export function createExchangeServices(
  injector: Injector,
  work: OpenWork,
  given: ScopeSources['given'],
): ExchangeServices {
  const sources: ScopeSources = {
    readBuild: injector.readBuild.bind(injector),
    readRouteValues,
    given,
    trackDisposal: (request, token, disposal) => work.waitFor({ name: describeToken(token), request }, disposal),
    reportDisposal: (request: HttpRequest, token: unknown, error: unknown) => {
      request.log.error({ err: error }, `${describeToken(token)} could not be disposed.`);
    },
  };
  return { work, createScope: (owner) => new ScopeOfRequest(owner, sources) };
}

// Scopes are made by requests that have an exchange.
function readRouteValues(request: HttpRequest): RouteValues {
  const { endpoint, resolved } = readRouted(request) as RoutedExchange;
  const place = resolved ? `${request.method} ${resolved.pattern}` : 'a request without a route';
  return { place, providers: endpoint.providers };
}
