import { ClassMetadata } from './class-metadata';
import type { Scope, TokenOf } from './token';

/** What `@Injectable` recorded. */
export interface InjectableMetadata {
  readonly scope: Scope;
}

/** What `@Inject` recorded on one parameter of a constructor. */
export interface InjectMetadata {
  readonly index: number;
  readonly token: TokenOf<unknown>;
  readonly optional: boolean;
}

export const injectableMetadata = new ClassMetadata<InjectableMetadata>();
export const injectMetadata = new ClassMetadata<InjectMetadata>();
