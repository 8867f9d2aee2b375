import { types } from 'node:util';

import type { Problem } from './errors/configuration-error';
import {
  asyncRequestFactory,
  lateRequestValue,
  provisionOfRequestValue,
  refusedRequestValue,
  type RequestValueNeed,
  unprovidedRequestValue,
} from './errors/request-value-problems';
import type { Graph } from './injection/graph';
import { readToken } from './injection/listed-providers';
import { builtInRequestTokens } from './injection/request-values';
import { RequestValueNeeds } from './injection/request-value-needs';
import type { Blueprint } from './kernel-blueprint';
import { type MiddlewareTokens, readProvided, readProviderNames } from './kernel-middleware';
import { type Passage, readPassages, type Stage, viewBegins } from './kernel-passages';
import { readEntryClass } from './metadata/middleware';
import type { UncheckedProvision } from './metadata/provider';
import { describeToken, type TokenOf } from './metadata/token';

/** Tells why a middleware is not used; `undefined` of one that is, or before they are built. */
export type ReadRefusal = (token: TokenOf<unknown>) => unknown;

/**
 * Where a value that middleware fills is needed, on the way of some requests, and no middleware of their chain fills it
 * in time. Each need is told once, with all the routes.
 */
export function readRequestValueProblems(
  { blueprint, tokens, graph }: { blueprint: Blueprint; tokens: MiddlewareTokens; graph: Graph },
  readRefusal: ReadRefusal = () => undefined,
): Problem[] {
  const { requestTokens } = graph.sources;
  const filled = [...readProvided(blueprint.middleware)].filter((token) => requestTokens.has(token));
  if (filled.length === 0) return [];
  const provided = new Set(filled);

  const needs = new RequestValueNeeds(graph, provided);
  const unmet = new Map<string, Unmet & { readonly passages: Passage[] }>();
  for (const passage of readPassages(blueprint, tokens)) {
    for (const each of readUnmet(passage, needs, readRefusal)) {
      const known = unmet.get(each.key);
      if (known) known.passages.push(passage);
      else unmet.set(each.key, { ...each, passages: [passage] });
    }
  }
  return [...unmet.values()].map((each) =>
    each.toProblem({ ...each.need, routes: describeRoutes(each.passages) }, blueprint),
  );
}

/** The values that middleware fills though something else provides them for good. */
export function readProvisionProblems({ application, middleware }: Blueprint, { sources }: Graph): Problem[] {
  const modules = new Map<unknown, string>();
  for (const { provider, module } of application.providers) {
    modules.set(readToken(provider), describeToken(module));
  }
  return [...readProviderNames(middleware)].flatMap(([token, name]) => {
    const isOurs = sources.values.has(token) || builtInRequestTokens.includes(token);
    const other = isOurs ? 'the framework' : modules.get(token);
    return other === undefined ? [] : provisionOfRequestValue(describeToken(token), name, other);
  });
}

/** The factories that would give a request a promise. */
export function readAsyncFactoryProblems({ application }: Blueprint): Problem[] {
  return application.providers.flatMap(({ provider, module }) => {
    // A line may be anything: it is proved elsewhere.
    const given = provider as UncheckedProvision | null | undefined;
    const { useFactory, scope = 'singleton' } = given ?? {};
    return scope !== 'singleton' && types.isAsyncFunction(useFactory)
      ? [asyncRequestFactory(describeToken(readToken(provider)), describeToken(module), scope)]
      : [];
  });
}

interface Unmet {
  /** The same for the same fault in other routes. */
  readonly key: string;
  readonly need: Omit<RequestValueNeed, 'routes'>;
  readonly toProblem: (need: RequestValueNeed, blueprint: Blueprint) => Problem;
}

/** Who is built on the way. */
interface Built {
  readonly token: TokenOf<unknown>;
  readonly values: Iterable<TokenOf<unknown>>;
  readonly begins: number;
  /** `undefined` for the view. */
  readonly stage: Stage | undefined;
}

function readUnmet(passage: Passage, needs: RequestValueNeeds, readRefusal: ReadRefusal): Unmet[] {
  const { view, stages } = passage;
  const middleware = stages.map((stage) => ({ ...stage, stage, values: needs.ofToken(stage.token) }));
  const built: Built[] = middleware.filter(({ begins, token }) => begins !== Infinity && !readRefusal(token));
  if (view) built.push({ token: view, values: needs.ofView(view), begins: viewBegins, stage: undefined });

  return built.flatMap((each) =>
    [...each.values].flatMap((value) => {
      const begins = needs.isLater(each.token, value) ? Infinity : each.begins;
      const unmet = findUnmet(value, { ...each, begins }, { passage, readRefusal });
      const name = describeToken(value);
      const place = needs.describe(each.token, value);
      return unmet
        ? {
            key: `${name} ${place} ${unmet.kind}`,
            need: { token: name, needing: describeToken(each.token), place },
            ...unmet,
          }
        : [];
    }),
  );
}

function findUnmet(
  value: TokenOf<unknown>,
  { begins, stage }: Built,
  { passage: { stages, module }, readRefusal }: { passage: Passage; readRefusal: ReadRefusal },
): (Pick<Unmet, 'toProblem'> & { readonly kind: string }) | undefined {
  const providers = stages.filter(({ provides }) => provides.has(value));
  const used = providers.filter(({ token }) => !readRefusal(token));
  if (used.some((each) => each.begins < begins)) return undefined;

  const late = used[0];
  if (late)
    return { kind: 'late', toProblem: (need) => lateRequestValue(need, late.name, describeWay(late, need, stage)) };
  const refused = providers[0];
  if (refused) {
    const { message } = readRefusal(refused.token) as Error;
    return { kind: 'refused', toProblem: (need) => refusedRequestValue(need, refused.name, message) };
  }
  return {
    kind: 'unprovided',
    toProblem: (need, { middleware }) => {
      const provider = middleware.find((entry) => readProvided([entry]).has(value));
      return unprovidedRequestValue(need, {
        provider: describeToken(provider && readEntryClass(provider)),
        module: describeToken(module),
        isMiddleware: stage !== undefined,
      });
    },
  };
}

// How the middleware that fills the value comes before what needs it.
function describeWay(provider: Stage, { token, needing }: RequestValueNeed, stage: Stage | undefined): string {
  if (!stage) return `Have ${provider.name} set ${token} in processRequest or processView`;
  if (stage.token === provider.token) return `Set ${token} in a middleware before ${needing}`;
  const first = String(stage.first);
  const side = first === 'processRequest' || first === 'processView' ? 'before' : 'behind';
  if (first === provider.first) return `Put ${provider.name} ${side} ${needing} in the chain`;
  return `Have ${provider.name} set ${token} in ${first}, ${side} ${needing} in the chain`;
}

// What the kernel answers by itself goes without saying where a route has the same fault.
function describeRoutes(passages: readonly Passage[]): string {
  const routes = passages.filter(({ isAutomatic }) => !isAutomatic);
  const places = [...new Set((routes.length > 0 ? routes : passages).map(({ place }) => place))];
  const named = places.slice(0, 3);
  const rest = places.length - named.length;
  if (rest > 0) return `${named.join(', ')} and ${rest} more`;
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${String(named.at(-1))}`;
}
