import type { HttpRequest } from '../http/request';
import { RequestScope } from '../http/request-scope';
import { describeToken, type TokenOf } from '../metadata/token';
import { readDisposal } from './lifecycle';
import type { Build } from './node';

/** What a scope needs of the kernel. */
export interface ScopeSources {
  /** How the value of a token is built; `undefined` where nothing provides it. */
  readonly readBuild: (token: TokenOf<unknown>) => Build | undefined;
  /** The tokens that middleware declared with `provides`. */
  readonly provided: ReadonlySet<TokenOf<unknown>>;
  /** Called for each disposal that failed. */
  readonly reportDisposal: (request: HttpRequest, token: TokenOf<unknown>, error: unknown) => void;
}

interface Disposal {
  readonly token: TokenOf<unknown>;
  readonly dispose: () => unknown;
}

/** The objects of one request. */
export class ScopeOfRequest extends RequestScope {
  readonly #values = new Map<TokenOf<unknown>, unknown>();
  readonly #filled = new Set<TokenOf<unknown>>();
  readonly #disposals: Disposal[] = [];
  // Few requests have one.
  #failures: Map<TokenOf<unknown>, { readonly error: unknown }> | undefined = undefined;

  constructor(
    readonly request: HttpRequest,
    private readonly sources: ScopeSources,
  ) {
    super();
  }

  override get<T>(token: TokenOf<T>): T {
    if (this.#filled.has(token)) return this.#values.get(token) as T;
    const build = this.sources.readBuild(token);
    if (build) return build(this.request) as T;
    const name = describeToken(token);
    throw new Error(`Nothing provides ${name}. Add provide(${name}, …) to the providers of a module.`);
  }

  override set<T>(token: TokenOf<T>, value: NoInfer<T>): void {
    const name = describeToken(token);
    if (!this.sources.provided.has(token)) {
      throw new Error(`No middleware declares that it provides ${name}. Write @Middleware({ provides: [${name}] }).`);
    }
    if (this.#filled.has(token)) throw new Error(`${name} was set before in this request. Set it once.`);
    this.#filled.add(token);
    this.keep(token, value, undefined);
  }

  override has(token: TokenOf<unknown>): boolean {
    return this.#filled.has(token);
  }

  /** The value of a token that middleware fills. @internal */
  readProvided(token: TokenOf<unknown>): unknown {
    if (this.#filled.has(token)) return this.#values.get(token);
    const name = describeToken(token);
    throw new Error(`${name} was not set in this request: a middleware that provides it must call request.scope.set.`);
  }

  /** Tells whether the object of a token could not be made. @internal */
  hasFailed(token: TokenOf<unknown>): boolean {
    return this.#failures?.has(token) ?? false;
  }

  /** The object of this request, or what making it threw. It is made once, when it is first asked for. @internal */
  keepOnce(token: TokenOf<unknown>, make: () => unknown, dispose: ((value: unknown) => unknown) | undefined): unknown {
    const known = this.#values.get(token);
    if (known !== undefined || this.#values.has(token)) return known;
    const failure = this.#failures?.get(token);
    if (failure) throw failure.error;
    const value = this.makeOnce(token, make);
    this.keep(token, value, dispose);
    return value;
  }

  /** Disposes what the scope keeps, in reverse order. A failure is reported and hides no other. @internal */
  async dispose(): Promise<void> {
    for (const { token, dispose } of this.#disposals.splice(0).reverse()) {
      try {
        await dispose();
      } catch (error) {
        this.sources.reportDisposal(this.request, token, error);
      }
    }
  }

  private makeOnce(token: TokenOf<unknown>, make: () => unknown): unknown {
    try {
      return make();
    } catch (error) {
      (this.#failures ??= new Map()).set(token, { error });
      throw error;
    }
  }

  private keep(token: TokenOf<unknown>, value: unknown, dispose: ((value: unknown) => unknown) | undefined): void {
    this.#values.set(token, value);
    const disposal = dispose ? () => dispose(value) : readDisposal(value);
    if (disposal) this.#disposals.push({ token, dispose: disposal });
  }
}
