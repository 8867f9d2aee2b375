import type { Problem } from '../errors/configuration-error';
import { singleOfSeveral } from '../errors/provider-problems';
import { type Class, isClass } from '../metadata/class';
import type { Provider, ProviderLiteral } from '../metadata/provider';
import { describeToken, type TokenOf } from '../metadata/token';
import { type Entry, type ListedProvider, readEntries, readGivenScope, readOwnScope } from './listed-providers';
import { createAlias, type Node } from './node';
import {
  isOfItself,
  readClassScope,
  toClassNode,
  toDecoratedNode,
  toProvidedNode,
  toRegisteredNode,
} from './provider-node';
import { type NodeFinder, SpecialToken } from './special-token';
import { readRegistrations, type TsyringeScope } from './tsyringe-registrations';
import { token as createToken } from './token';

/** What the modules provide, and what the classes and tsyringe's global container add to it. */
export class Registry implements NodeFinder {
  readonly problems: readonly Problem[];
  readonly #listed: ReadonlyMap<TokenOf<unknown>, readonly Entry[]>;
  // Those that were looked up, or added.
  readonly #nodes = new Map<TokenOf<unknown>, Node | undefined>();
  readonly #all = new Map<TokenOf<unknown>, readonly TokenOf<unknown>[]>();

  constructor(listed: readonly ListedProvider[]) {
    const { entries, problems } = readEntries(listed);
    this.#listed = entries;
    this.problems = problems;
  }

  /** The tokens that something is listed for. */
  get provided(): readonly TokenOf<unknown>[] {
    return [...this.#listed.keys()];
  }

  /** All that is listed: each is built, whether something needs it or not. */
  get tokens(): readonly TokenOf<unknown>[] {
    return [...this.#listed.keys()].flatMap((token) => this.findAll(token));
  }

  /** Adds a node that no module lists. */
  add(node: Node): void {
    this.#nodes.set(node.token, node);
  }

  /** How the value of a token is made; `undefined` where nothing says it. */
  find(token: TokenOf<unknown>): Node | undefined {
    if (!this.#nodes.has(token)) this.#nodes.set(token, this.#read(token));
    return this.#nodes.get(token);
  }

  findAll(token: TokenOf<unknown>): readonly TokenOf<unknown>[] {
    const known = this.#all.get(token) ?? this.#readAll(token);
    this.#all.set(token, known);
    return known;
  }

  #read(token: TokenOf<unknown>): Node | undefined {
    if ((token as unknown) instanceof SpecialToken) return (token as unknown as SpecialToken).toNode(this);

    const [entry, ...others] = this.#listed.get(token) ?? [];
    if (entry) return entry.isMulti ? toSeveral(token, [entry, ...others]) : this.#toListedNode(token, entry);

    const registration = readRegistrations(token).at(-1);
    const decorated = isClass(token) ? toDecoratedNode(token) : undefined;
    if (!registration || (decorated && isOfItself(registration, token))) return decorated;
    return toRegisteredNode(token, registration);
  }

  #readAll(token: TokenOf<unknown>): readonly TokenOf<unknown>[] {
    const entries = this.#listed.get(token) ?? [];
    if (entries.some(({ isMulti }) => isMulti)) {
      return entries.map((entry) => this.#addOne(token, (one) => this.#toListedNode(one, entry)));
    }
    const registrations = entries.length > 0 ? [] : readRegistrations(token);
    if (registrations.length > 1) {
      return registrations.map((each) => this.#addOne(token, (one) => toRegisteredNode(one, each)));
    }
    return this.find(token) ? [token] : [];
  }

  // One of several values gets a token of its own.
  #addOne(token: TokenOf<unknown>, toNode: (one: TokenOf<unknown>) => Node | undefined): TokenOf<unknown> {
    const one = createToken(describeToken(token));
    this.#nodes.set(one, toNode(one));
    return one;
  }

  #toListedNode(token: TokenOf<unknown>, { provider, module }: Entry): Node {
    const node = isClass(provider) ? toClassNode(token, provider) : this.#toProvided(token, provider);
    return { ...node, module };
  }

  #toProvided(token: TokenOf<unknown>, provider: Provider | ProviderLiteral): Node {
    const { useClass } = provider;
    const scope = readGivenScope(provider);
    // A class that is there anyway, with the same scope, is not built a second time.
    if (
      useClass &&
      useClass !== (token as unknown) &&
      (scope ?? readClassScope(useClass)) === this.#readScope(useClass)
    ) {
      return { ...createAlias(token, useClass), builtElsewhere: useClass };
    }
    return toProvidedNode(token, provider, scope) as Node;
  }

  // The scope of the class where its token stands for itself.
  #readScope(type: Class): TsyringeScope | undefined {
    const entries = this.#listed.get(type) ?? [];
    if (entries.length > 0) return readOwnScope(entries, type);
    return this.find(type)?.type === type ? readClassScope(type) : undefined;
  }
}

function toSeveral(token: TokenOf<unknown>, entries: readonly Entry[]): Node {
  const modules = [...new Set(entries.map(({ module }) => module))];
  const name = describeToken(token);
  return {
    ...{ token, scope: 'transient', type: undefined, dependencies: [], dispose: undefined },
    make: () => undefined,
    fault: (place) => singleOfSeveral(name, modules, place),
  };
}
