import { assertNoProblems, ConfigurationError } from '../errors/configuration-error';
import type { HttpRequest } from '../http/request';
import { describeToken, type TokenOf } from '../metadata/token';
import { Graph } from './graph';
import { readGraphProblems } from './graph-problems';
import { KernelContainer } from './kernel-container';
import type { Build } from './node';
import type { Refusals } from './refusals';

/** What the values are built from that somebody asks for. */
export interface AskedSources {
  readonly graph: Graph;
  readonly refusals: Refusals;
  /** How a value of the graph is built; `undefined` where nothing provides it. */
  readonly readBuild: (token: TokenOf<unknown>) => Build | undefined;
}

/** What is asked for by hand, of the container or of a request's scope. What nothing has needed so far is proved now. */
export class AskedTokens {
  /** The tsyringe container of the kernel. It learns each token when it is first asked for. */
  readonly container = new KernelContainer({
    readBuilds: (token) => this.#readAll(token),
    assertSingle: (token) => {
      this.#assertSingle(token, 'a caller of the container');
    },
  });
  // Made for those requests only of which a factory wants one.
  readonly #containers = new WeakMap<HttpRequest, KernelContainer>();

  constructor(private readonly sources: AskedSources) {}

  /** The container of a request; without one, of the kernel. */
  readContainer(request: HttpRequest | undefined): KernelContainer {
    if (!request) return this.container;
    const container = this.#containers.get(request) ?? this.container.createFor(request);
    this.#containers.set(request, container);
    return container;
  }

  /** How the one value of a token is built that the graph did not have so far. */
  readLate(token: TokenOf<unknown>, asking: string): Build | undefined {
    this.#assertSingle(token, asking);
    this.#addLate(token);
    return this.sources.readBuild(token);
  }

  // All values of a token, for the container.
  #readAll(token: TokenOf<unknown>): readonly Build[] {
    const { graph } = this.sources;
    const tokens = graph.isGiven(token) ? [token] : graph.sources.registry.findAll(token);
    return tokens.flatMap((each) => this.#readOutside(each) ?? []);
  }

  #readOutside(token: TokenOf<unknown>): Build | undefined {
    const { graph, refusals, readBuild } = this.sources;
    this.#addLate(token);
    const build = readBuild(token);
    if (!build) return undefined;
    if (!graph.isOfRequest(token)) {
      return (request) => {
        refusals.assertUsed(token, 'A caller of the container');
        return build(request);
      };
    }
    return (request: HttpRequest | undefined) => {
      if (request) return build(request);
      throw new Error(`${describeToken(token)} belongs to a request. Ask for it with request.scope.get.`);
    };
  }

  // What only a factory asks for joins the graph when it has been proved, too.
  #addLate(token: TokenOf<unknown>): void {
    const { graph } = this.sources;
    if (graph.nodes.has(token) || graph.isGiven(token)) return;
    const proof = new Graph(graph.sources);
    proof.addToken(token);
    assertNoProblems(readGraphProblems(proof));
    graph.addToken(token);
  }

  #assertSingle(token: TokenOf<unknown>, asking: string): void {
    const fault = this.sources.graph.sources.registry.find(token)?.fault;
    if (fault) throw new ConfigurationError([fault(asking)]);
  }
}
