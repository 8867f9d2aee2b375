import { isPromiseLike } from '../http/awaitable';
import type { ScopeOwner } from '../http/scope-owner';
import type { HttpRequest } from '../http/request';
import { RequestScope } from '../http/request-scope';
import { describeToken, type Token, type TokenOf } from '../metadata/token';
import { isDisposable, readDisposal } from './lifecycle';
import type { Build } from './node';
import { createLateError, createMissingError, createSetError, createUnsetError, type RouteValues } from './unset-value';

/** What a scope needs of the kernel. */
export interface ScopeSources {
  /** How the value of a token is built that is asked for; `undefined` where nothing provides it. */
  readonly readBuild: (token: TokenOf<unknown>) => Build | undefined;
  /** What the middleware of a request's route may fill. */
  readonly readRouteValues: (request: HttpRequest) => RouteValues;
  /** The tokens whose values the kernel was given: what middleware sets for them is disposed, and not used. */
  readonly given: ReadonlySet<TokenOf<unknown>>;
  /** Called for each disposal that is waited for. */
  readonly trackDisposal: (
    request: HttpRequest,
    token: TokenOf<unknown>,
    disposal: PromiseLike<unknown>,
  ) => PromiseLike<unknown>;
  /** Called for each disposal that failed. */
  readonly reportDisposal: (request: HttpRequest, token: TokenOf<unknown>, error: unknown) => void;
}

type Dispose = ((value: unknown) => unknown) | undefined;

// One object of the request. They form a list, the latest first: the order of disposal.
interface Kept {
  readonly token: TokenOf<unknown>;
  readonly value: unknown;
  readonly dispose: Dispose;
  readonly isFilled: boolean;
  readonly earlier: Kept | undefined;
}

// With more objects than that, a search through the list takes longer than one in an index.
const longestList = 8;

/** The objects of one request. */
export class ScopeOfRequest extends RequestScope {
  readonly request: HttpRequest;
  #latest: Kept | undefined = undefined;
  #count = 0;
  #index: Map<TokenOf<unknown>, Kept> | undefined = undefined;
  #needsDisposal = false;
  #isDisposed = false;
  // What was injected as nothing.
  #lacked: Set<TokenOf<unknown>> | undefined = undefined;
  // Few requests have one.
  #failures: Map<TokenOf<unknown>, { readonly error: unknown }> | undefined = undefined;

  constructor(
    private readonly owner: ScopeOwner,
    private readonly sources: ScopeSources,
  ) {
    super();
    this.request = owner.request;
  }

  override get<T>(token: TokenOf<T>): T {
    const kept = this.find(token);
    if (kept) return kept.value as T;
    const build = this.sources.readBuild(token);
    if (build) return build(this.request) as T;
    throw createMissingError(token);
  }

  override set<T>(token: TokenOf<T>, value: NoInfer<T>): void {
    const values = this.sources.readRouteValues(this.request);
    const isLate = this.#lacked?.has(token) ?? false;
    if (isLate || this.find(token)?.isFilled || !values.providers.has(token))
      throw createSetError(token, values, isLate);
    this.assertOpen(token, 'set');
    const key = this.sources.given.has(token) ? (Symbol(describeToken(token)) as Token<T>) : token;
    this.keep({ token: key, value, dispose: undefined, isFilled: true, earlier: this.#latest });
  }

  override has(token: TokenOf<unknown>): boolean {
    return this.find(token)?.isFilled ?? this.sources.given.has(token);
  }

  /** The value of a token that middleware fills. @internal */
  readProvided(token: TokenOf<unknown>): unknown {
    const kept = this.find(token);
    if (kept) return kept.value;
    throw createUnsetError(token, this.sources.readRouteValues(this.request));
  }

  /** The value of a token that middleware may fill. Where it is not there now, it must not be set any more. @internal */
  readOptional(token: TokenOf<unknown>): unknown {
    const kept = this.find(token);
    if (!kept) (this.#lacked ??= new Set()).add(token);
    return kept?.value;
  }

  /** Tells whether the object of a token could not be made. @internal */
  hasFailed(token: TokenOf<unknown>): boolean {
    return this.#failures?.has(token) ?? false;
  }

  /** The object of this request, or what making it threw. It is made once, when it is first asked for. @internal */
  keepOnce(token: TokenOf<unknown>, make: Build, dispose: Dispose): unknown {
    const known = this.find(token);
    if (known) return known.value;
    const failure = this.#failures?.get(token);
    if (failure) throw failure.error;
    this.assertOpen(token, 'built');
    const value = this.make(token, make);
    this.keep({ token, value, dispose, isFilled: false, earlier: this.#latest });
    return value;
  }

  /** Disposes what the scope keeps, in reverse order. A failure is reported and hides no other. @internal */
  async dispose(): Promise<void> {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    for (let kept = this.#latest; kept; kept = kept.earlier) {
      try {
        const released = release(kept);
        if (isPromiseLike(released)) await this.sources.trackDisposal(this.request, kept.token, released);
      } catch (error) {
        this.sources.reportDisposal(this.request, kept.token, error);
      }
    }
  }

  private find(token: TokenOf<unknown>): Kept | undefined {
    if (this.#index) return this.#index.get(token);
    for (let kept = this.#latest; kept; kept = kept.earlier) if (kept.token === token) return kept;
    return undefined;
  }

  private make(token: TokenOf<unknown>, make: Build): unknown {
    try {
      return make(this.request);
    } catch (error) {
      (this.#failures ??= new Map()).set(token, { error });
      throw error;
    }
  }

  private keep(kept: Kept): void {
    this.#latest = kept;
    this.#count++;
    if (this.#index) this.#index.set(kept.token, kept);
    else if (this.#count > longestList) this.#index = readIndex(kept);
    if (this.#needsDisposal || !(kept.dispose ?? isDisposable(kept.value))) return;
    this.#needsDisposal = true;
    this.owner.disposeWhenOver();
  }

  private assertOpen(token: TokenOf<unknown>, what: 'set' | 'built'): void {
    if (this.owner.isOver) throw createLateError(token, what);
  }
}

function release({ value, dispose }: Kept): unknown {
  return dispose ? dispose(value) : readDisposal(value)?.();
}

function readIndex(latest: Kept): Map<TokenOf<unknown>, Kept> {
  const index = new Map<TokenOf<unknown>, Kept>();
  for (let kept: Kept | undefined = latest; kept; kept = kept.earlier) index.set(kept.token, kept);
  return index;
}
