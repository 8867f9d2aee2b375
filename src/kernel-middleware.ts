import type { Injector } from './injection/injector';
import type { Graph, NodeSource } from './injection/graph';
import { createAlias, createClassNode, type Node } from './injection/node';
import { readDependencies } from './injection/parameters';
import { hasFailedIn } from './injection/request-values';
import { token as createToken } from './injection/token';
import type { HttpRequest } from './http/request';
import { type Class, readLineage } from './metadata/class';
import { middlewareMetadata, type MiddlewareEntry, readEntryClass, type UsedMiddleware } from './metadata/middleware';
import { describeToken, type Scope, type TokenOf } from './metadata/token';
import { type HookName, hookNames, type MiddlewareHooks } from './middleware/hooks';
import type { Layer } from './middleware/layer';

/** The middleware of an application, and the tokens under which the container builds them. */
export class MiddlewareTokens {
  readonly #used = new Map<UsedMiddleware, TokenOf<unknown>>();
  // Those of `use`, whose nodes are of no class: they are given attributes as well.
  readonly #types = new Map<TokenOf<unknown>, Class>();

  /** The token of an entry: each `use` is an instance of its own. */
  read(entry: MiddlewareEntry): TokenOf<unknown> {
    if (typeof entry === 'function') return entry;
    const token = this.#used.get(entry) ?? createToken(describeToken(entry.middleware));
    this.#used.set(entry, token);
    return token;
  }

  /** How the middleware of `use` are built. What is provided for the class takes its place, here as well. */
  createNodes(provided: NodeSource): Node[] {
    return [...this.#used].map(([{ middleware, init }, token]) => {
      const replacement = provided.find(middleware);
      const replacing = replacement?.type ?? replacement?.builtElsewhere;
      if (replacement && !replacing) return createAlias(token, middleware);

      const type = replacing ?? middleware;
      this.#types.set(token, type);
      const scope = readScope(replacement, type);
      const node = createClassNode(token, type, scope, readDependencies(type));
      return { ...node, type: undefined, make: (values) => Object.assign(node.make(values) as object, init) };
    });
  }

  /** The class that is built for a token; `undefined` where a factory makes what it likes. */
  readType(token: TokenOf<unknown>, { nodes }: Pick<Graph, 'nodes'>): Class | undefined {
    const node = nodes.get(token);
    const type = this.#types.get(token) ?? node?.type ?? node?.builtElsewhere;
    const other = node?.dependencies.find(({ declaredBy }) => declaredBy === 'useToken')?.token;
    return type ?? (other && this.readType(other, { nodes }));
  }
}

/** The tokens that some middleware fills. */
export function readProvided(entries: readonly MiddlewareEntry[]): Set<TokenOf<unknown>> {
  return new Set(entries.flatMap((entry) => (readOptions(readEntryClass(entry)).provides ?? []).filter(isLoaded)));
}

/** The middleware that provide each token, by name. */
export function readProviderNames(entries: readonly MiddlewareEntry[]): ReadonlyMap<TokenOf<unknown>, string> {
  const named = entries.flatMap((entry) =>
    [...readProvided([entry])].map((token) => [token, describeToken(readEntryClass(entry))] as const),
  );
  return new Map(named);
}

/** The layer of an entry; `undefined` where the middleware refused to be used. Call it after the injector has started. */
export function createLayer(entry: MiddlewareEntry, tokens: MiddlewareTokens, injector: Injector): Layer | undefined {
  const token = tokens.read(entry);
  if (injector.readRefusal(token) !== undefined) return undefined;

  const middleware = readEntryClass(entry);
  const read = injector.readBuild(token) as (request: HttpRequest) => MiddlewareHooks;
  const isOfRequest = injector.isOfRequest(token);
  // Something else may stand for the class, with other hooks.
  const hooks = isOfRequest
    ? readClassHooks(tokens.readType(token, injector.graph))
    : readOwnHooks(read(undefined as never));
  const hasFailed = isOfRequest ? (request: HttpRequest) => hasFailedIn(request, token) : undefined;
  return { name: describeToken(middleware), hooks, read, hasFailed };
}

/** The hooks that a middleware has. */
export function readHooks(middleware: Class): ReadonlySet<HookName> {
  return new Set(hookNames.filter((hook) => hasHook(middleware, hook)));
}

// What a factory makes may have any.
function readClassHooks(middleware: Class | undefined): ReadonlySet<HookName> {
  return middleware ? readHooks(middleware) : new Set(hookNames);
}

function readOwnHooks(middleware: MiddlewareHooks): ReadonlySet<HookName> {
  return new Set(hookNames.filter((hook) => typeof middleware[hook] === 'function'));
}

function readScope(replacement: Node | undefined, type: Class): Scope {
  return (replacement?.type && replacement.scope) ?? readOptions(type).scope ?? 'singleton';
}

// A circular import leaves `undefined`, which is reported with the chain.
function isLoaded(token: TokenOf<unknown> | undefined): boolean {
  return token !== undefined;
}

function readOptions(middleware: Class) {
  return middlewareMetadata.nearest(middleware).at(-1) ?? {};
}

function hasHook(middleware: Class, hook: HookName): boolean {
  return readLineage(middleware).some((each) => Object.hasOwn(each.prototype as object, hook));
}
