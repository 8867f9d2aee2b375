import type { Injector } from './injection/injector';
import type { NodeSource } from './injection/graph';
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
      const scope = readScope(replacement, type);
      const node = createClassNode(token, type, scope, readDependencies(type));
      return { ...node, type: undefined, make: (values) => Object.assign(node.make(values) as object, init) };
    });
  }
}

/** The tokens that some middleware fills. */
export function readProvided(entries: readonly MiddlewareEntry[]): Set<TokenOf<unknown>> {
  return new Set(entries.flatMap((entry) => readOptions(readEntryClass(entry)).provides ?? []));
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
  const hooks = isOfRequest ? readHooks(middleware) : readOwnHooks(read(undefined as never));
  const hasFailed = isOfRequest ? (request: HttpRequest) => hasFailedIn(request, token) : undefined;
  return { name: describeToken(middleware), hooks, read, hasFailed };
}

/** The hooks that a middleware has. */
export function readHooks(middleware: Class): ReadonlySet<HookName> {
  return new Set(hookNames.filter((hook) => hasHook(middleware, hook)));
}

function readOwnHooks(middleware: MiddlewareHooks): ReadonlySet<HookName> {
  return new Set(hookNames.filter((hook) => typeof middleware[hook] === 'function'));
}

function readScope(replacement: Node | undefined, type: Class): Scope {
  return (replacement?.type && replacement.scope) ?? readOptions(type).scope ?? 'singleton';
}

function readOptions(middleware: Class) {
  return middlewareMetadata.nearest(middleware).at(-1) ?? {};
}

function hasHook(middleware: Class, hook: HookName): boolean {
  return readLineage(middleware).some((each) => Object.hasOwn(each.prototype as object, hook));
}
