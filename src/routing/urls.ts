import type { AbstractClass } from '../metadata/class';

/** The values of a URL's parameters, which the converters of its pattern write. */
export type UrlParams = Readonly<Record<string, string | number | bigint | boolean | object | undefined>>;

/** A value in a query; lists repeat the key, `undefined` is left out. */
export type UrlQuery = Readonly<Record<string, QueryValue | readonly QueryValue[]>>;

/** One value of a query. */
export type QueryValue = string | number | bigint | boolean | undefined;

/** What a URL has beside its path. */
export interface UrlOptions {
  readonly query?: UrlQuery;
}

/** Writes the URLs of views. Also an injection token. */
export abstract class Urls {
  /**
   * The path of a view, or of the route with this name, with the values of its parameters percent-encoded.
   *
   * Of several patterns it is the first with exactly these parameters.
   *
   * @throws Error when there is no such route, or when the route would not match the values.
   */
  abstract reverse(to: string | AbstractClass, params?: UrlParams, options?: UrlOptions): string;
}
