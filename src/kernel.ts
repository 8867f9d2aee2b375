import type { FastifyInstance, FastifyListenOptions } from 'fastify';

import { readStrayViews } from './checks/stray-views';
import { assertNoProblems, type Finding, toFinding } from './errors/configuration-error';
import type { Explanation } from './explain/explanation';
import { startApplication, type StartedApplication } from './kernel-application';
import type { Blueprint } from './kernel-blueprint';
import { closeApplication } from './kernel-close';
import { explainRequest } from './kernel-explain';
import type { KernelOptions } from './kernel-options';
import { type CheckOptions, proveApplication } from './kernel-proof';
import { endOnSignals } from './kernel-signals';
import type { RouteSummary } from './metadata/checks';
import type { AbstractClass, Class } from './metadata/class';
import type { HttpMethod } from './metadata/http-method';
import { toSummary } from './routing/route-summary';
import type { UrlOptions, UrlParams } from './routing/urls';
import type { Settings } from './settings/settings';

// Milliseconds in which a client that has a connection is told to go away; those that stay silent are cut off then.
const lingerOnSignal = 500;

/**
 * A running application: the views, middleware and providers of a module, on a Fastify server. Two kernels in one
 * process share nothing.
 *
 * @example
 * ```ts
 * const kernel = await Kernel.create(AppModule);
 * await kernel.listen();
 * ```
 */
export class Kernel {
  readonly #blueprint: Blueprint;
  readonly #application: StartedApplication;
  #hasSignals = true;
  // While it begins to listen.
  #opening: Promise<unknown> | undefined;
  #closing: Promise<void> | undefined;
  #isClean = false;
  #ignoreSignals: (() => void) | undefined;

  private constructor(
    blueprint: Blueprint,
    application: StartedApplication,
    /** The Fastify instance: ready, with `inject` for requests in memory. */
    readonly server: FastifyInstance,
    /** The application's settings, or those of the framework where it has none of its own. */
    readonly settings: Settings,
  ) {
    this.#blueprint = blueprint;
    this.#application = application;
  }

  /**
   * Reads a module and all below it, builds what lives as long as the kernel, and registers plugins and routes. It does
   * not listen.
   *
   * @throws {ConfigurationError} with everything that is wrong, before anything is built
   */
  static async create(module: Class, options: KernelOptions = {}): Promise<Kernel> {
    const { blueprint, settings } = await proveApplication(module, options);
    assertNoProblems(blueprint.problems);

    const application = await startApplication(blueprint, settings as Settings, options);
    const kernel = new Kernel(blueprint, application, application.server, settings as Settings);
    kernel.#hasSignals = options.signals ?? true;
    return kernel;
  }

  /**
   * All that is wrong with an application: what would stop its start, and what it would be warned of. Nothing is built
   * or started for it; only the settings are read.
   *
   * @example
   * ```ts
   * for (const { severity, code, problem, fix } of await Kernel.check(AppModule)) {
   *   console.log(`${severity} ${code}: ${problem} ${fix}`);
   * }
   * ```
   */
  static async check(module: Class, options: CheckOptions = {}): Promise<readonly Finding[]> {
    const { blueprint } = await proveApplication(module, options, readStrayViews);
    return blueprint.problems.map(toFinding);
  }

  /** The tsyringe container of this kernel. It builds what lives as long as the kernel, and transients. */
  get container() {
    return this.#application.injector.container;
  }

  /** The routes, in the order in which they are tried. */
  get routes(): readonly RouteSummary[] {
    return this.#blueprint.routes.map(toSummary);
  }

  /**
   * Accepts requests, on the `host` and `port` of the settings unless told. Returns the URL. From then on SIGTERM and
   * SIGINT close the kernel and end the process, unless `signals` of the options is `false`.
   *
   * @throws {Error} when the kernel has been closed
   */
  async listen(options: FastifyListenOptions = {}): Promise<string> {
    this.#assertOpen();
    const { host, port } = this.settings;
    const opening = this.server.listen({ host, port, ...options });
    this.#opening = opening.then(ignore, ignore);
    const url = await opening;
    this.#opening = undefined;
    if (this.#hasSignals && !this.#closing) this.#ignoreSignals ??= endOnSignals(() => this.#shutDown());
    return url;
  }

  /**
   * Accepts no more requests, waits for those that are open, for `shutdownTimeout` of the settings at most, then stops
   * and disposes what the kernel has built, in as much time again. It closes once, however often it is called.
   */
  close(): Promise<void> {
    return this.#close(0);
  }

  #assertOpen(): void {
    if (this.#closing) throw new Error('The kernel has been closed, so it cannot listen. Create another one.');
  }

  #close(linger: number): Promise<void> {
    const timeout = this.settings.shutdownTimeout;
    const close = () => closeApplication(this.#application, { timeout, linger });
    // A server that is not open yet cannot be closed: it would be open afterwards.
    this.#closing ??= (this.#opening ? this.#opening.then(close) : close())
      .then((isClean) => {
        this.#isClean = isClean;
      })
      .finally(() => this.#ignoreSignals?.())
      .catch((error: unknown) => {
        // A plugin that failed to close may do so the next time.
        this.#closing = undefined;
        throw error;
      });
    return this.#closing;
  }

  async #shutDown(): Promise<boolean> {
    try {
      await this.#close(lingerOnSignal);
      return this.#isClean;
    } catch (error) {
      this.server.log.error({ err: error }, 'The kernel could not be closed.');
      return false;
    }
  }

  /**
   * What would run for a request, and why: the routes that are tried, the arguments, each hook in its order, what the
   * container builds, the rules of what comes in. Nothing is run for it.
   *
   * @example
   * ```ts
   * console.log(String(kernel.explain('GET', '/notes/7?full=true')));
   * ```
   */
  explain(method: HttpMethod, url: string): Explanation {
    return explainRequest({ blueprint: this.#blueprint, ...this.#application }, method, url);
  }

  /** The URL of a view or a named route: `Urls.reverse`. */
  reverse(to: string | AbstractClass, params?: UrlParams, options?: UrlOptions): string {
    return this.#blueprint.urls.reverse(to, params, options);
  }
}

function ignore(): void {
  // The caller of `listen` is told.
}
