import type { Awaitable, Class } from './class';
import type { Scope, Token, TokenOf, ValuesOf } from './token';

/** How the value of a token is made. */
export type Provision<T, Dependencies extends readonly TokenOf<unknown>[]> = ProvisionOptions &
  (
    | FactoryProvision<T, Dependencies>
    | { readonly useValue: T; readonly dispose?: (value: T) => unknown }
    | { readonly useClass: Class<T & object>; readonly scope?: Scope }
    | { readonly useToken: TokenOf<T> }
  );

/** A function that makes the value, called with the values that `inject` names. */
export interface FactoryProvision<T, Dependencies extends readonly TokenOf<unknown>[]> {
  readonly useFactory: (...dependencies: ValuesOf<Dependencies>) => Awaitable<T>;
  readonly inject: Dependencies;
  readonly scope?: Scope;
  readonly dispose?: (value: T) => unknown;
}

/** What decides between several providers of one token. */
export interface ProvisionOptions {
  /** One of several values, all of which `@injectAll` gives. */
  readonly multi?: boolean;
  /** Replaces the provider of another module. */
  readonly override?: boolean;
}

/** How the value of a token is made, its types unchecked. */
export interface UncheckedProvision extends ProvisionOptions {
  readonly useValue?: unknown;
  readonly useClass?: Class;
  readonly useToken?: unknown;
  // The dependencies are read from `inject`, so their types cannot be known here.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly useFactory?: (...dependencies: any[]) => unknown;
  readonly inject?: readonly TokenOf<unknown>[];
  readonly scope?: Scope;
  // `provide` has checked it against the token's type, which is not known here.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly dispose?: (value: any) => unknown;
}

/** A token and how its value is made. Made by `provide`. */
export interface Provider extends UncheckedProvision {
  readonly provide: unknown;
}

/** A provider as tsyringe writes it, its types unchecked. */
export interface ProviderLiteral extends UncheckedProvision {
  readonly token: unknown;
  /** A lifecycle of tsyringe's, where there is no `scope`. */
  readonly options?: { readonly lifecycle: number };
}

export type { Token };
