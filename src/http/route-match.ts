import type { AbstractClass } from '../metadata/class';
import type { MetadataKey } from '../metadata/metadata-key';

/** The route that a request was resolved to. Read-only: requests may share it. Also an injection token. */
export abstract class RouteMatch {
  /** The view class that answers. */
  abstract readonly view: AbstractClass;
  /** The name of the view's method that answers; `undefined` where a 405 or an automatic OPTIONS is answered. */
  abstract readonly action: string | undefined;
  /** The path parameters, converted by the pattern's converters. */
  abstract readonly params: Readonly<Record<string, unknown>>;
  /** The whole pattern, such as `/notes/<int:id>`. */
  abstract readonly pattern: string;
  /** The name to reverse the route by, such as `api:note`. */
  abstract readonly name: string | undefined;

  /** What a decorator of `createMetadata` recorded: on the method, else on the class. */
  abstract get<T>(key: MetadataKey<T>): T | undefined;

  /** What a decorator of `createMetadata` recorded on the method and on the class, in this order. */
  abstract all<T>(key: MetadataKey<T>): readonly T[];
}
