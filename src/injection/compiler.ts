import type { HttpRequest } from '../http/request';
import { Logger } from '../http/logger';
import type { TokenOf } from '../metadata/token';
import { compileMake } from './compile-make';
import type { Graph } from './graph';
import { CONTAINER } from './kernel-container';
import type { Build, LaterValue, Node } from './node';
import { compileOptionalValue, compileRequestValue, readScope } from './request-values';
import { Resolutions } from './resolutions';

/** What is compiled, and what the values of a kernel are read from. */
export interface CompilerSources {
  readonly graph: Graph;
  /** The value of a singleton. */
  readonly readSingleton: (token: TokenOf<unknown>) => unknown;
  /** The container of a request; without one, of the kernel. */
  readonly readContainer: (request: HttpRequest | undefined) => unknown;
  /** Sees each value that is injected; for a test. */
  readonly observe?: ((request: HttpRequest | undefined, token: TokenOf<unknown>, value: unknown) => void) | undefined;
  /** Called before anything is given a value that is there at once, for the first time. */
  readonly onValueUsed?: ((token: TokenOf<unknown>) => void) | undefined;
  /** Throws where a node needs what refused to be used. */
  readonly assertUsable: (token: TokenOf<unknown>, dependant: Node) => void;
}

/** Turns nodes into functions that build their values. Each is compiled once, when it is first asked for. */
export class Compiler {
  readonly #builds = new Map<TokenOf<unknown>, Build>();
  readonly #resolutions = new Resolutions();
  readonly #sharing = new Map<TokenOf<unknown>, boolean>();

  constructor(private readonly sources: CompilerSources) {}

  /** How the value of a token is built: singletons are constants from here on. `undefined` where nothing provides it. */
  read(token: TokenOf<unknown>): Build | undefined {
    const known = this.#builds.get(token);
    if (known) return known;
    const build = this.#observe(token, this.#compile(token));
    if (build) this.#builds.set(token, build);
    return build;
  }

  /** A new value of a node at every call. */
  compileNode(node: Node): Build {
    if (node.later) return this.#compileLater(node.later);
    const builds = this.#readDependencies(node).map((build) => build ?? buildNothing);
    return this.#withResolution(node, compileMake(node, builds));
  }

  /** The values of all that a singleton needs. It has been proved to need nothing of a request. */
  buildDependencies(node: Node): unknown[] {
    const builds = this.#readDependencies(node);
    return this.#resolutions.within(undefined, () => builds.map((build) => build?.(undefined as never)));
  }

  #observe(token: TokenOf<unknown>, build: Build | undefined): Build | undefined {
    const { observe } = this.sources;
    if (!observe || !build) return build;
    return (request) => {
      const value = build(request);
      observe(request, token, value);
      return value;
    };
  }

  #compile(token: TokenOf<unknown>): Build | undefined {
    const { graph, readSingleton, readContainer } = this.sources;
    const { values, requestTokens } = graph.sources;
    if (token === CONTAINER) return readContainer;
    if (values.has(token)) {
      this.sources.onValueUsed?.(token);
      const value = values.get(token);
      return token === Logger ? (request: HttpRequest | undefined) => request?.log ?? value : () => value;
    }
    if (requestTokens.has(token)) return compileRequestValue(token);

    const node = graph.nodes.get(token);
    if (node?.scope === 'singleton') {
      const value = readSingleton(token);
      return () => value;
    }
    return node && this.#compileShared(node);
  }

  #compileShared(node: Node): Build {
    const { token, dispose } = node;
    const make = this.compileNode(node);
    if (node.scope === 'request') return (request) => readScope(request).keepOnce(token, make, dispose);
    return node.isPerResolution ? (request) => this.#resolutions.readOnce(token, () => make(request)) : make;
  }

  // It is compiled when it is first used: what needs each other in a circle has been built by then.
  #compileLater({ token, proxy }: LaterValue): Build {
    return (request) => {
      const resolution = this.#resolutions.current;
      return proxy(() => {
        const build = (token && this.read(token)) ?? buildNothing;
        return this.#resolutions.within(resolution, () => build(request));
      });
    };
  }

  // Only what may share values within a resolution pays for one.
  #withResolution(node: Node, build: Build): Build {
    if (node.startsResolution) return (request) => this.#resolutions.within(undefined, () => build(request));
    if (!this.#reachesShared(node)) return build;
    return (request) =>
      this.#resolutions.current ? build(request) : this.#resolutions.within(undefined, () => build(request));
  }

  #reachesShared(node: Node): boolean {
    const known = this.#sharing.get(node.token);
    if (known !== undefined) return known;
    // A circle, through what is made later, adds nothing.
    this.#sharing.set(node.token, false);
    const tokens = [...node.dependencies.map(({ token }) => token), node.later?.token];
    const reached = tokens.flatMap((token) => (token && this.sources.graph.nodes.get(token)) ?? []);
    const isSharing = reached.some((each) => each.isPerResolution === true || this.#reachesShared(each));
    this.#sharing.set(node.token, isSharing);
    return isSharing;
  }

  #readOptional(token: TokenOf<unknown>): Build | undefined {
    return this.sources.graph.sources.requestTokens.has(token) ? compileOptionalValue(token) : this.read(token);
  }

  #readDependencies(node: Node): (Build | undefined)[] {
    return node.dependencies.map(({ token, optional }) => {
      if (token === undefined) return undefined;
      if (optional) return this.#readOptional(token);
      this.sources.assertUsable(token, node);
      return this.read(token);
    });
  }
}

function buildNothing(): undefined {
  return undefined;
}
