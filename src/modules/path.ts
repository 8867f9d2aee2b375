import type { Class } from '../metadata/class';
import type { PathEntry, ViewReference } from '../metadata/modules';

/** Values for the attributes of a view or a middleware. */
export type Init<T> = {
  // `any` parameters: every method is left out, whatever it takes.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly [Name in keyof T as T[Name] extends (...parameters: any[]) => unknown ? never : Name]?: T[Name];
};

/** What a view at a pattern can be told. */
export interface PathOptions<T> {
  /** What the route is reversed by. */
  readonly name?: string;
  /** Values for the view's fields that are marked `@Attribute()`. */
  readonly init?: Init<T>;
}

/** Puts a view at a pattern, in place of those of its `@Route`. */
export function path<T extends object>(
  pattern: string,
  view: Class<T> | (ViewReference & { readonly viewClass: Class<T> }),
  options: PathOptions<T> = {},
): PathEntry {
  return { kind: 'path', pattern, view, name: options.name, init: options.init };
}
