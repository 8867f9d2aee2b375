import 'reflect-metadata';

import { container as globalContainer, type DependencyContainer } from 'tsyringe';

import { ConfigurationError } from '../errors/configuration-error';
import { refusedDependency, unprovedClass } from '../errors/injection-problems';
import { Logger } from '../http/logger';
import type { HttpRequest } from '../http/request';
import type { Class } from '../metadata/class';
import { describeToken, type TokenOf } from '../metadata/token';
import { compileMake } from './compile-make';
import { Graph, type GraphSources } from './graph';
import type { Build, Node } from './node';
import { compileOptionalValue, compileRequestValue, readScope } from './request-values';
import { Singletons, type StopFailure } from './singletons';

/** What an injector is made of. */
export interface InjectorSources extends GraphSources {
  /** Tells an error by which the singleton of a token may say that it is not to be used. */
  readonly isRefusal: (token: TokenOf<unknown>, error: unknown) => boolean;
  /** Sees each value that is injected; for a test. */
  readonly observe?: ((request: HttpRequest | undefined, token: TokenOf<unknown>, value: unknown) => void) | undefined;
}

/** Builds what an application is made of: singletons before it listens, all else for requests. */
export class Injector {
  /** The tsyringe container of this kernel: made of tsyringe's own class, without a parent. */
  readonly container: DependencyContainer = new (globalContainer.constructor as new () => DependencyContainer)();
  readonly #graph: Graph;
  readonly #builds = new Map<TokenOf<unknown>, Build>();
  readonly #singletons: Singletons;

  constructor(private readonly sources: InjectorSources) {
    this.#graph = new Graph(sources);
    this.#singletons = new Singletons((node) => this.#readDependencies(node), sources.isRefusal);
  }

  /** All that can be injected. */
  get graph(): Graph {
    return this.#graph;
  }

  /** Adds what is built and injected nowhere, such as a view, and all that it needs. */
  addRoot(root: Node): void {
    this.#graph.addRoot(root);
  }

  /** Adds a token and all that it needs. */
  addToken(token: TokenOf<unknown>): void {
    this.#graph.addToken(token);
  }

  /** Tells whether the value of a token belongs to a request. */
  isOfRequest(token: TokenOf<unknown>): boolean {
    return this.#graph.isOfRequest(token);
  }

  /** Tells why a singleton refused to be used; `undefined` where it is used. */
  readRefusal(token: TokenOf<unknown>): unknown {
    return this.#singletons.refusals.get(token);
  }

  /** Builds and starts all singletons, dependencies first. If one fails, `close` stops those that had started. */
  async start(): Promise<void> {
    await this.#singletons.start([...this.#graph.nodes.values()].filter(({ scope }) => scope === 'singleton'));
    // What needs a middleware that refused is found now, not by a request.
    for (const token of this.#graph.nodes.keys()) this.readBuild(token);
    for (const token of [...this.#graph.nodes.keys(), ...this.sources.values.keys()]) this.#register(token);
  }

  /** Stops and disposes the singletons, those that others depend on last. Returns what failed. */
  close(): Promise<readonly StopFailure[]> {
    return this.#singletons.close();
  }

  /** What `close` has not done yet, by name. */
  readOpenStops(): string[] {
    return this.#singletons.readOpenStops();
  }

  /** How a value is built, decided now: singletons are constants from here on. Call it after `start`. */
  readBuild(token: TokenOf<unknown>): Build | undefined {
    const known = this.#builds.get(token);
    if (known) return known;
    const build = this.#observe(token, this.#compile(token));
    if (build) this.#builds.set(token, build);
    return build;
  }

  /**
   * A function that builds a class that is no node itself, such as a view: a new object at every call. Call it after
   * `start`.
   *
   * @throws {ConfigurationError} when the class needs what was not there at the start
   */
  createFactory<T extends object>(type: Class<T>): (request: HttpRequest) => T {
    const root = this.#graph.readRoot(type);
    // What is asked for only now was not proved, and its singletons were not built.
    if (!root) throw new ConfigurationError([unprovedClass(type.name)]);
    return this.#compileNode(root) as (request: HttpRequest) => T;
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
    if (this.sources.values.has(token)) {
      const value = this.sources.values.get(token);
      return token === Logger ? (request: HttpRequest | undefined) => request?.log ?? value : () => value;
    }
    if (this.sources.requestTokens.has(token)) return compileRequestValue(token);

    const node = this.#graph.nodes.get(token);
    if (!node) return undefined;
    if (node.scope === 'singleton') {
      const value = this.#singletons.get(token);
      return () => value;
    }
    const make = this.#compileNode(node);
    if (node.scope === 'transient') return make;
    const { dispose } = node;
    return (request) => readScope(request).keepOnce(token, make, dispose);
  }

  #compileNode(node: Node): Build {
    return compileMake(
      node,
      this.#readBuilds(node).map((build) => build ?? buildNothing),
    );
  }

  // What a singleton is made of has been proved to need nothing of a request.
  #readDependencies(node: Node): unknown[] {
    return this.#readBuilds(node).map((build) => build?.(undefined as never));
  }

  #readBuilds(node: Node): (Build | undefined)[] {
    return node.dependencies.map(({ token, optional }) => {
      if (token === undefined) return undefined;
      if (optional) return this.sources.requestTokens.has(token) ? compileOptionalValue(token) : this.readBuild(token);
      this.#assertUsed(token, describeToken(node.token));
      return this.readBuild(token);
    });
  }

  #assertUsed(token: TokenOf<unknown>, dependant: string): void {
    const refusal = this.readRefusal(token) as Error | undefined;
    if (!refusal) return;
    throw new ConfigurationError([refusedDependency(describeToken(token), dependant, refusal.message)]);
  }

  #readOutside(token: TokenOf<unknown>): unknown {
    return this.readBuild(token)?.(undefined as never);
  }

  #register(token: TokenOf<unknown>): void {
    this.container.register(token as never, {
      useFactory: () => {
        this.#assertUsed(token, 'A caller of the container');
        if (!this.isOfRequest(token)) return this.#readOutside(token);
        throw new Error(`${describeToken(token)} belongs to a request. Ask for it with request.scope.get.`);
      },
    });
  }
}

function buildNothing(): undefined {
  return undefined;
}
