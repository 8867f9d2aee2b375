import type { Blueprint } from '../kernel-blueprint';
import type { UnknownProperties } from '../metadata/parameters';

/** What a document is made from. */
export interface DescribedApplication {
  readonly blueprint: Blueprint;
  /** Whether bodies may be forms (`application/x-www-form-urlencoded`). */
  readonly acceptsForms: boolean;
  readonly unknownProperties: UnknownProperties;
}
