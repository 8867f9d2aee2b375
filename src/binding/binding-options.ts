import type { UnknownProperties } from '../metadata/parameters';
import type { InputLimits } from './validation/input-options';

/** How the arguments of an application are bound. */
export interface BindingOptions {
  /** What becomes of keys that no rule names. */
  readonly unknownProperties: UnknownProperties;
  /** How far a body may go. */
  readonly limits: InputLimits;
  /** Whether a body may be a form (`application/x-www-form-urlencoded`). */
  readonly acceptsForms: boolean;
  /** How large a body may be, in bytes; files of a form come on top of it. */
  readonly bodyLimit: number;
}
