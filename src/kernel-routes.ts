import { compileDeclaredAnswer } from './binding/answers/compile-answer';
import type { BindingOptions } from './binding/binding-options';
import { compileInvoke, type Invoke } from './binding/compile-arguments';
import type { ErrorMapper } from './http/error-mapper';
import type { HttpRequest } from './http/request';
import type { Injector } from './injection/injector';
import { readProviderNames } from './kernel-middleware';
import { observeBuild, observeInvoke } from './kernel-observer';
import type { HttpMethod } from './metadata/http-method';
import type { MiddlewareEntry } from './metadata/middleware';
import { readRawUse, readsBody, takesFiles } from './metadata/parameters';
import type { MountedView } from './modules/application';
import { compileCycle, compileErrorCycle } from './middleware/compile-cycle';
import type { Endpoint, Resolution } from './middleware/routed-exchange';
import type { Layer } from './middleware/layer';
import type { Observer } from './middleware/observer';
import { withTimeLimit } from './middleware/time-limit';
import { readAllowed } from './routing/allowed-methods';
import type { MatchedShape, RouteTable } from './routing/compile-routes';
import { noParams, type RouterParams } from './routing/compile-params';
import { ResolvedMatch } from './routing/match';
import type { RouteDefinition } from './routing/route-definition';
import { compileFallback, compileView, type ViewServices } from './views/compile-view';
import { compileToResponse } from './views/to-response';

/** What endpoints are made of. */
export interface EndpointParts {
  readonly table: RouteTable<RouteDefinition>;
  readonly rootChain: readonly MiddlewareEntry[];
  readonly injector: Injector;
  readonly errors: ErrorMapper;
  readonly binding: BindingOptions;
  /** Milliseconds that a view may take where its method says nothing. */
  readonly timeout: number;
  readonly createLayer: (entry: MiddlewareEntry) => Layer | undefined;
  readonly observer: Observer | undefined;
}

interface RouteEndpoint {
  readonly endpoint: Endpoint;
  readonly matched: ResolvedMatch['route'];
  /** What all requests are resolved to where the pattern has no parameters. */
  readonly withoutParams: Resolution;
}

/** The endpoints of an application: one for each route, one for each view, and one for where there is no route. */
export class Endpoints {
  readonly #routes = new Map<RouteDefinition, RouteEndpoint>();
  readonly #fallbacks = new Map<RouteDefinition, Endpoint>();
  readonly #noRoute: Resolution;
  /** What views need of the kernel. */
  readonly services: ViewServices;
  readonly binding: BindingOptions;

  constructor(
    private readonly parts: EndpointParts,
    routes: readonly RouteDefinition[],
  ) {
    const { errors, table } = parts;
    this.binding = parts.binding;
    this.services = {
      errors,
      readAllowed: (request, view, isAnswered) => {
        const found = table.matchPath(request.path)?.routes ?? [];
        const answered = found.filter((route) => route.view !== view || isAnswered(route.method));
        const allowed = readAllowed(answered);
        // The automatic OPTIONS is the first view's, which may refuse it.
        if (found[0]?.view !== view || isAnswered('OPTIONS')) return allowed;
        return allowed.filter((method) => method !== 'OPTIONS' || answered.some((route) => route.method === method));
      },
    };
    for (const route of routes) {
      const endpoint = this.#compileRoute(route);
      const matched = toMatched(route, route.action);
      // Frozen, since requests share it.
      const withoutParams = { endpoint, match: Object.freeze(new ResolvedMatch(matched, noParams)) };
      this.#routes.set(route, { endpoint, matched, withoutParams });
    }
    this.#noRoute = { endpoint: this.#compileNoRoute(), match: undefined };
  }

  /** What answers a request that the router found under a shape. */
  resolve(shape: MatchedShape<RouteDefinition>, request: HttpRequest): Resolution {
    const found = shape.match(request.method as HttpMethod, request.params as RouterParams, request);
    if (found) {
      const { endpoint, matched, withoutParams } = this.#routes.get(found.route) as RouteEndpoint;
      if (found.params === noParams) return withoutParams;
      return { endpoint, match: new ResolvedMatch(matched, found.params) };
    }
    const byPath = this.parts.table.matchPath(request.path);
    if (!byPath) return this.#noRoute;

    const matched = toMatched(byPath.route, undefined);
    return { endpoint: this.#readFallback(byPath.route), match: new ResolvedMatch(matched, byPath.params) };
  }

  /** What answers a request whose URL no route has. */
  resolveNothing(): Resolution {
    return this.#noRoute;
  }

  #compileRoute(route: RouteDefinition): Endpoint {
    const { mounted, methodChain, action, place, status, method, parameters } = route;
    const toResponse = compileToResponse({ place, status, ...compileDeclaredAnswer(mounted.view, action) });
    const callView = compileView(
      this.#toBuildable(mounted),
      { httpMethod: method, invoke: this.#compileInvoke(route), toResponse },
      this.services,
    );
    return {
      cycle: compileCycle({
        ...this.#readLayers([...mounted.chain, ...methodChain], mounted.rootLayers),
        callView: withTimeLimit(callView, route.timeout ?? this.parts.timeout),
        errors: this.parts.errors,
      }),
      readsBody: bodyMethods.has(method) || readsBody(parameters),
      rawBody: readRawUse(parameters),
      takesFiles: takesFiles(parameters),
      answersEarly: false,
      providers: readProviderNames([...mounted.chain, ...methodChain]),
    };
  }

  // Few requests need one, so it is made when the first does.
  #readFallback(route: RouteDefinition): Endpoint {
    const { mounted } = route;
    const known = this.#fallbacks.get(route) ?? {
      cycle: compileCycle({
        ...this.#readLayers(mounted.chain, mounted.rootLayers),
        callView: compileFallback(this.#toBuildable(mounted), this.services),
        errors: this.parts.errors,
      }),
      readsBody: false,
      answersEarly: false,
      providers: readProviderNames(mounted.chain),
    };
    this.#fallbacks.set(route, known);
    return known;
  }

  #compileNoRoute(): Endpoint {
    const { errors, rootChain } = this.parts;
    return {
      cycle: compileErrorCycle({
        ...this.#readLayers(rootChain, rootChain.length),
        callView: (exchange) => {
          const { failure } = exchange;
          return failure ? errors.respond(exchange, failure.error, failure.origin) : errors.respondNoRoute(exchange);
        },
        errors,
      }),
      readsBody: false,
      answersEarly: true,
      providers: readProviderNames(rootChain),
    };
  }

  #toBuildable({ view, init }: MountedView) {
    const { injector, observer } = this.parts;
    const build = injector.createFactory(view);
    return { type: view, init, build: observer ? observeBuild(build, view, observer) : build };
  }

  #compileInvoke({ view, action, parameters }: RouteDefinition): Invoke {
    const { observer } = this.parts;
    const invoke = compileInvoke(action, parameters, this.parts.binding);
    return observer ? observeInvoke(invoke, view, action, observer) : invoke;
  }

  // Middleware that refused to be used is no layer.
  #readLayers(chain: readonly MiddlewareEntry[], rootLayers: number) {
    const layers = chain.map((entry) => this.parts.createLayer(entry));
    const isUsed = (layer: Layer | undefined): layer is Layer => layer !== undefined;
    return { layers: layers.filter(isUsed), rootLayers: layers.slice(0, rootLayers).filter(isUsed).length };
  }
}

const bodyMethods = new Set<string>(['POST', 'PUT', 'PATCH']);

function toMatched({ view, pattern, name }: RouteDefinition, action: string | undefined): ResolvedMatch['route'] {
  return { view, action, pattern: pattern.text, name };
}
