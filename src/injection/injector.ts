import 'reflect-metadata';

import type { DependencyContainer } from 'tsyringe';

import { ConfigurationError } from '../errors/configuration-error';
import { unprovedClass } from '../errors/injection-problems';
import type { HttpRequest } from '../http/request';
import type { Class } from '../metadata/class';
import { describeToken, type TokenOf } from '../metadata/token';
import { AskedTokens } from './asked-tokens';
import { Compiler } from './compiler';
import { Graph, type GraphSources } from './graph';
import { CONTAINER } from './kernel-container';
import type { Build, Node } from './node';
import { type IsRefusal, Refusals } from './refusals';
import type { Registry } from './registry';
import type { StopFailure } from './release';
import { Singletons } from './singletons';
import { startSingletons } from './start-singletons';

/** What an injector is made of. */
export interface InjectorSources extends GraphSources {
  readonly registry: Registry;
  readonly isRefusal: IsRefusal;
  /** Sees each value that is injected; for a test. */
  readonly observe?: ((request: HttpRequest | undefined, token: TokenOf<unknown>, value: unknown) => void) | undefined;
  /** Called before anything is given one of the values for the first time. */
  readonly onValueUsed?: ((token: TokenOf<unknown>) => void) | undefined;
  /** The milliseconds that making and starting one singleton may take; 0 is no limit. */
  readonly startTimeout: number;
}

/** Builds what an application is made of: singletons before it listens, all else for requests. */
export class Injector {
  readonly #graph: Graph;
  readonly #refusals: Refusals;
  readonly #singletons: Singletons;
  readonly #compiler: Compiler;
  readonly #asked: AskedTokens;

  constructor(given: InjectorSources) {
    const sources = { ...given, values: new Map([...given.values, [CONTAINER, undefined]]) };
    this.#graph = new Graph(sources);
    this.#refusals = new Refusals(sources.isRefusal);
    this.#singletons = new Singletons({
      startTimeout: sources.startTimeout,
      refusals: this.#refusals,
      readNode: (token) => this.#graph.nodes.get(token),
      buildDependencies: (node) => this.#compiler.buildDependencies(node),
    });
    this.#compiler = new Compiler({
      graph: this.#graph,
      observe: sources.observe,
      onValueUsed: sources.onValueUsed,
      readSingleton: (token) => this.#singletons.get(token),
      readContainer: (request) => this.#asked.readContainer(request),
      assertUsable: (token, dependant) => {
        this.#refusals.assertUsed(token, describeToken(dependant.token));
      },
    });
    this.#asked = new AskedTokens({
      graph: this.#graph,
      refusals: this.#refusals,
      readBuild: (token) => this.#compiler.read(token),
    });
  }

  /** The tsyringe container of this kernel. It learns each token when it is first asked for. */
  get container(): DependencyContainer {
    return this.#asked.container;
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
    return this.#refusals.get(token);
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
    return this.readBuild(token) ?? this.#asked.readLate(token, asking);
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
    if (!root) throw new ConfigurationError([unprovedClass(describeToken(type))]);
    return this.#compiler.compileNode(root) as (request: HttpRequest) => T;
  }
}
