import type { AbstractClass } from '../metadata/class';
import { injectMetadata } from '../metadata/injection';
import type { TokenOf } from '../metadata/token';
import type { DecoratesParameter } from './decorated-parameter';

/**
 * Injects by a token in place of the parameter's type: for interfaces, plain values and request values. The parameter
 * must be able to hold what the token stands for; with `optional` it gets `undefined` where nothing provides the token.
 */
export function Inject<T>(token: TokenOf<T>): DecoratesParameter<T>;
export function Inject<T>(token: TokenOf<T>, options: { readonly optional: true }): DecoratesParameter<T | undefined>;
export function Inject(token: TokenOf<unknown>, options: { readonly optional?: boolean } = {}) {
  return (target: unknown, _name: string | symbol | undefined, index: number): void => {
    injectMetadata.append(target as AbstractClass, { index, token, optional: options.optional ?? false });
  };
}
