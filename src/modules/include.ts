import type { Class } from '../metadata/class';
import type { IncludeEntry } from '../metadata/modules';

/** Puts the routes of a module below a prefix. Names nest: `note` of a module included as `api` is `api:note`. */
export function include(prefix: string, module: Class, options: { readonly name?: string } = {}): IncludeEntry {
  return { kind: 'include', prefix, module, name: options.name };
}
