import type { Blueprint } from './kernel-blueprint';
import { type MiddlewareTokens, readHooks, readProvided } from './kernel-middleware';
import type { AbstractClass } from './metadata/class';
import { type MiddlewareEntry, readEntryClass } from './metadata/middleware';
import { describeToken, type TokenOf } from './metadata/token';
import { isClassBased } from './metadata/views';
import { type HookName, hookNames } from './middleware/hooks';
import { isMiddleware } from './modules/entry-problems';
import { joinPatterns } from './routing/pattern';

/** What is the same of a middleware on all ways. */
interface MiddlewareFacts {
  readonly token: TokenOf<unknown>;
  readonly name: string;
  readonly provides: ReadonlySet<TokenOf<unknown>>;
  readonly hooks: ReadonlySet<HookName>;
}

/** One middleware on the way of a request. */
export interface Stage extends MiddlewareFacts {
  /** The hook that runs first; `undefined` where none does. */
  readonly first: HookName | undefined;
  /** When that is, compared with the other stages. */
  readonly begins: number;
}

/** A way that requests may take: through a chain, and to a view at the end of most. */
export interface Passage {
  /** `GET /notes`. */
  readonly place: string;
  /** Whether it is no route of a view: what the kernel answers by itself. */
  readonly isAutomatic: boolean;
  readonly stages: readonly Stage[];
  readonly view: AbstractClass | undefined;
  /** The module that lists the view, for the fix. */
  readonly module: AbstractClass;
}

/** When a view is built: after the first two hooks. */
export const viewBegins = 2;

/** All ways that requests may take through an application. */
export function readPassages({ routes, application }: Blueprint, tokens: MiddlewareTokens): Passage[] {
  const { root, rootChain } = application;
  const known = new Map<MiddlewareEntry, MiddlewareFacts>();
  const toStages = (chain: readonly MiddlewareEntry[], hooks: readonly HookName[]) => {
    const used = chain.filter(isMiddleware);
    return used.map((entry, depth) => {
      const facts = known.get(entry) ?? readFacts(entry, tokens);
      known.set(entry, facts);
      return toStage(facts, hooks, depth / used.length);
    });
  };
  const passages = routes.map(({ method, pattern, mounted, methodChain, view }) => ({
    place: `${method} ${pattern.text}`,
    isAutomatic: false,
    stages: toStages([...mounted.chain, ...methodChain], hookNames),
    view,
    module: mounted.module,
  }));
  // A method that the URL lacks goes through the chain without the method's own, to a view that may be built.
  const fallbacks = [...new Set(routes.map(({ mounted }) => mounted))].map(({ patterns, chain, view, module }) => ({
    place: `OPTIONS and 405 of ${joinPatterns(...patterns)}`,
    isAutomatic: true,
    stages: toStages(chain, hookNames),
    view: isClassBased(view) ? view : undefined,
    module,
  }));
  const noRoute = {
    place: 'requests without a route',
    isAutomatic: true,
    stages: toStages(rootChain, ['processRequest', 'processResponse']),
    view: undefined,
    module: root,
  };
  return [...passages, ...fallbacks, noRoute];
}

function readFacts(entry: MiddlewareEntry, tokens: MiddlewareTokens): MiddlewareFacts {
  const middleware = readEntryClass(entry);
  return {
    token: tokens.read(entry),
    name: describeToken(middleware),
    provides: readProvided([entry]),
    hooks: readHooks(middleware),
  };
}

function toStage(facts: MiddlewareFacts, hooks: readonly HookName[], nearness: number): Stage {
  const first = hooks.find((hook) => facts.hooks.has(hook));
  return { ...facts, first, begins: first === undefined ? Infinity : readMoment(first, nearness) };
}

// The first two hooks run inward, the others outward; the view is between them.
function readMoment(hook: HookName, nearness: number): number {
  const order = hookNames.indexOf(hook);
  return order < viewBegins ? order + nearness : order + 2 - nearness;
}
