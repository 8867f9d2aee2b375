import 'reflect-metadata';

import type { DependencyContainer } from 'tsyringe';

import { assertNoProblems, ConfigurationError } from '../errors/configuration-error';
import { refusedDependency, unprovedClass } from '../errors/injection-problems';
import type { HttpRequest } from '../http/request';
import type { Class } from '../metadata/class';
import { describeToken, type TokenOf } from '../metadata/token';
import { Compiler } from './compiler';
import { Graph, type GraphSources } from './graph';
import { readGraphProblems } from './graph-problems';
import { CONTAINER, KernelContainer } from './kernel-container';
import type { Build, Node } from './node';
import type { Registry } from './registry';
import { Singletons } from './singletons';
import { startSingletons } from './start-singletons';
import type { StopFailure } from './release';

/** What an injector is made of. */
export interface InjectorSources extends GraphSources {
  readonly registry: Registry;
  /** Tells an error by which the singleton of a token may say that it is not to be used. */
  readonly isRefusal: (token: TokenOf<unknown>, error: unknown) => boolean;
  /** Sees each value that is injected; for a test. */
  readonly observe?: ((request: HttpRequest | undefined, token: TokenOf<unknown>, value: unknown) => void) | undefined;
  /** The milliseconds that making and starting one singleton may take; 0 is no limit. */
  readonly startTimeout: number;
}

/** Builds what an application is made of: singletons before it listens, all else for requests. */
export class Injector {
  readonly #graph: Graph;
  readonly #compiler: Compiler;
  readonly #singletons: Singletons;
  readonly #container: KernelContainer;
  // Made for those requests only of which a factory wants one.
  readonly #containers = new WeakMap<HttpRequest, KernelContainer>();

  private readonly sources: InjectorSources;

  constructor(given: InjectorSources) {
    const sources = { ...given, values: new Map([...given.values, [CONTAINER, undefined]]) };
    this.sources = sources;
    this.#graph = new Graph(sources);
    this.#singletons = new Singletons({
      ...sources,
      readNode: (token) => this.#graph.nodes.get(token),
      buildDependencies: (node) => this.#compiler.buildDependencies(node),
    });
    this.#compiler = new Compiler({
      graph: this.#graph,
      observe: sources.observe,
      readSingleton: (token) => this.#singletons.get(token),
      readContainer: (request) => this.#readContainer(request),
      assertUsable: (token, dependant) => {
        this.#assertUsed(token, describeToken(dependant.token));
      },
    });
    this.#container = new KernelContainer({
      readBuilds: (token) => this.#readAll(token),
      assertSingle: (token) => {
        this.#assertSingle(token, 'a caller of the container');
      },
    });
  }

  /** The tsyringe container of this kernel. It learns each token when it is first asked for. */
  get container(): DependencyContainer {
    return this.#container;
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

  /** The singletons whose factories take what they want from the container: what they need is not proved. */
  readOpaque(): readonly Node[] {
    return [...this.#graph.nodes.values()].filter(({ isOpaque }) => isOpaque);
  }

  /** Tells why a singleton refused to be used; `undefined` where it is used. */
  readRefusal(token: TokenOf<unknown>): unknown {
    return this.#singletons.refusals.get(token);
  }

  /** Builds and starts all singletons, dependencies first. If one fails, `close` stops those that had started. */
  async start(): Promise<void> {
    await startSingletons(this.#graph, this.#singletons);
    // What needs a middleware that refused is found now, not by a request.
    for (const token of this.#graph.nodes.keys()) this.readBuild(token);
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
    return this.#compiler.read(token);
  }

  /** The same for a token that somebody asks for by himself. What nothing has needed so far is proved now. */
  readAsked(token: TokenOf<unknown>, asking: string): Build | undefined {
    const known = this.readBuild(token);
    if (known) return known;
    this.#assertSingle(token, asking);
    this.#addLate(token);
    return this.readBuild(token);
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
    return this.#compiler.compileNode(root) as (request: HttpRequest) => T;
  }

  #readContainer(request: HttpRequest | undefined): KernelContainer {
    if (!request) return this.#container;
    const container = this.#containers.get(request) ?? this.#container.createFor(request);
    this.#containers.set(request, container);
    return container;
  }

  // All values of a token, for the container.
  #readAll(token: TokenOf<unknown>): readonly Build[] {
    const tokens = this.#graph.isGiven(token) ? [token] : this.sources.registry.findAll(token);
    return tokens.flatMap((each) => this.#readOutside(each) ?? []);
  }

  #readOutside(token: TokenOf<unknown>): Build | undefined {
    this.#addLate(token);
    const build = this.readBuild(token);
    if (!build || !this.isOfRequest(token)) return build && ((request) => this.#buildUsed(token, build, request));
    return (request: HttpRequest | undefined) => {
      if (request) return build(request);
      throw new Error(`${describeToken(token)} belongs to a request. Ask for it with request.scope.get.`);
    };
  }

  #buildUsed(token: TokenOf<unknown>, build: Build, request: HttpRequest): unknown {
    this.#assertUsed(token, 'A caller of the container');
    return build(request);
  }

  // What only a factory asks for joins the graph when it has been proved, too.
  #addLate(token: TokenOf<unknown>): void {
    if (this.#graph.nodes.has(token) || this.#graph.isGiven(token)) return;
    const proof = new Graph(this.sources);
    proof.addToken(token);
    assertNoProblems(readGraphProblems(proof));
    this.#graph.addToken(token);
  }

  #assertUsed(token: TokenOf<unknown>, dependant: string): void {
    const refusal = this.readRefusal(token) as Error | undefined;
    if (!refusal) return;
    throw new ConfigurationError([refusedDependency(describeToken(token), dependant, refusal.message)]);
  }

  #assertSingle(token: TokenOf<unknown>, asking: string): void {
    const fault = this.sources.registry.find(token)?.fault;
    if (fault) throw new ConfigurationError([fault(asking)]);
  }
}
