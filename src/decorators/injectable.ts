import type { AbstractClass } from '../metadata/class';
import { injectableMetadata } from '../metadata/injection';
import type { Scope } from '../metadata/token';

/**
 * Makes a class injectable: its constructor parameters are injected wherever it is built.
 *
 * A singleton (default) lives as long as the kernel, a request-scoped object as long as its request, a transient is
 * built for each injection.
 */
export function Injectable(options: { readonly scope?: Scope } = {}): ClassDecorator {
  return (target) => {
    injectableMetadata.append(target as unknown as AbstractClass, { scope: options.scope ?? 'singleton' });
  };
}
