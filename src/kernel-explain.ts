import { explainArguments, type UrlValues } from './explain/explain-arguments';
import { Builds } from './explain/explain-builds';
import { explainHooks } from './explain/explain-hooks';
import { explainInputs } from './explain/explain-inputs';
import { type ExplainedRouting, explainRoutes } from './explain/explain-routes';
import type { Explanation, Outcome } from './explain/explanation';
import { printExplanation } from './explain/print-explanation';
import type { Injector } from './injection/injector';
import type { Blueprint } from './kernel-blueprint';
import { createLayer, type MiddlewareTokens } from './kernel-middleware';
import { readReturns } from './metadata/answers';
import { type HttpMethod, httpMethods } from './metadata/http-method';
import type { MiddlewareEntry } from './metadata/middleware';
import { describeToken } from './metadata/token';
import { isClassBased } from './metadata/views';
import type { RouteDefinition } from './routing/route-definition';
import { toSummary } from './routing/route-summary';
import type { RouterOptions } from './routing/router-options';

/** What is known of an application that runs. */
export interface ExplainSources {
  readonly blueprint: Blueprint;
  readonly injector: Injector;
  readonly tokens: MiddlewareTokens;
  readonly routerOptions: RouterOptions;
}

/** Tells what would run for a request. Nothing is run for it. */
export function explainRequest(sources: ExplainSources, method: string, url: string): Explanation {
  if (!url.startsWith('/'))
    throw new TypeError(`explain takes a path that begins with "/", such as "/notes/7"; it was given "${url}".`);
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  const routing = readRouting(sources, method.toUpperCase(), path);
  const { outcome, tried, route, params, allow } = routing;
  const explained = {
    ...{ method: method.toUpperCase(), url, outcome, tried, allow },
    ...explainView(outcome === 'view' ? route : undefined, { params, query: new URLSearchParams(query) }),
    route: route && toSummary(route),
    ...explainChain(sources, routing),
    status: route && outcome === 'view' ? route.status : statuses[outcome],
  };
  return { ...explained, toString: () => printExplanation(explained) };
}

// What only the method of a view has.
function explainView(route: RouteDefinition | undefined, values: UrlValues) {
  if (!route) return { arguments: [], inputs: [], returns: undefined };
  const { parameters, view, action } = route;
  const returns = readReturns(view, action);
  return {
    arguments: explainArguments(parameters, values),
    inputs: explainInputs(parameters),
    returns: returns?.type && { type: describeToken(returns.type), isList: returns.isList },
  };
}

const statuses: Readonly<Record<Outcome, number>> = {
  view: 200,
  'automatic OPTIONS': 200,
  'method not allowed': 405,
  'no route': 404,
  'bad URL': 400,
};

function readRouting({ blueprint, routerOptions }: ExplainSources, method: string, path: string): ExplainedRouting {
  // A method that no view can answer has no route.
  if (!httpMethods.includes(method as HttpMethod)) {
    return { outcome: 'no route', tried: [], route: undefined, params: {}, allow: [] };
  }
  return explainRoutes(blueprint.routes, { method: method as HttpMethod, path }, routerOptions);
}

function explainChain({ blueprint, injector, tokens }: ExplainSources, { outcome, route }: ExplainedRouting) {
  const chain = readChain(blueprint, { outcome, route });
  const layers = chain.flatMap((entry) => createLayer(entry, tokens, injector) ?? []);
  const builds = new Builds(injector.graph);
  const isBuilt = route !== undefined && (outcome === 'view' || isClassBased(route.view));
  const ofRequest = chain.map((entry) => tokens.read(entry)).filter((token) => injector.isOfRequest(token));
  return {
    hooks: explainHooks(layers, outcome, isBuilt ? describeCall(route, outcome) : undefined),
    builds: [
      ...[...new Set(ofRequest)].map((token) => builds.ofToken(token)),
      ...(isBuilt ? [builds.ofView(route.view)] : []),
    ],
  };
}

// Where the URL lacks the method, the chain is that of the view, without the method's own.
function readChain(
  { application }: Blueprint,
  { outcome, route }: Pick<ExplainedRouting, 'outcome' | 'route'>,
): readonly MiddlewareEntry[] {
  if (!route) return application.rootChain;
  return outcome === 'view' ? [...route.mounted.chain, ...route.methodChain] : route.mounted.chain;
}

function describeCall({ place, view }: NonNullable<ExplainedRouting['route']>, outcome: Outcome): string {
  if (outcome === 'view') return place;
  return `${describeToken(view)}.${outcome === 'automatic OPTIONS' ? 'options' : 'httpMethodNotAllowed'}`;
}
