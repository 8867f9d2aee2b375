import type { AbstractClass } from '../metadata/class';
import type { TokenOf } from '../metadata/token';

/** What one parameter of a constructor is injected with. */
export interface Dependency {
  readonly index: number;
  /** `undefined` where neither a type nor `@Inject` tells it. */
  readonly token: TokenOf<unknown> | undefined;
  /** Nothing is injected where nothing provides the token, or where there is none. */
  readonly optional: boolean;
  /**
   * The class whose constructor has the parameter. What has none is of a provider's `inject`, or its `useToken`, or is
   * part of what a decorator of tsyringe's asks for.
   */
  readonly declaredBy?: AbstractClass | 'useToken' | 'decorator';
}
