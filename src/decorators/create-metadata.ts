import type { AbstractClass } from '../metadata/class';
import type { MetadataKey } from '../metadata/metadata-key';
import { readValueMetadata } from '../metadata/views';

/**
 * Makes a decorator for views and their methods that records a value, and the key by which middleware reads it:
 * `match.get(Roles)`. Without a type it is a flag.
 *
 * @example
 * ```ts
 * const Roles = createMetadata<string[]>('roles');
 * const Public = createMetadata('public');
 * ```
 */
export function createMetadata<T = true>(name: string): MetadataKey<T> {
  const key = Symbol(name);
  const decorate = (...recorded: readonly unknown[]) => {
    const value = recorded.length === 0 ? true : recorded[0];
    return (target: object, action?: string | symbol): void => {
      const type = (action === undefined ? target : target.constructor) as AbstractClass;
      readValueMetadata(key).append(type, { action: action === undefined ? undefined : String(action), value });
    };
  };

  return Object.assign(decorate, { key });
}
