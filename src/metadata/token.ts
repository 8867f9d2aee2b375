import type { AbstractClass } from './class';

declare const value: unique symbol;

/** What an interface or a plain value is injected by. Made by `token`. */
export type Token<T> = symbol & { readonly [value]: T };

/** A class or a token: what a value of type `T` is injected by. */
export type TokenOf<T> = AbstractClass<T> | Token<T>;

/** The values that a list of tokens stands for. */
export type ValuesOf<Tokens extends readonly unknown[]> = {
  [Index in keyof Tokens]: Tokens[Index] extends Token<infer T>
    ? T
    : Tokens[Index] extends AbstractClass<infer T>
      ? T
      : never;
};

/** How long an instance lives: as long as the kernel, as long as a request, or for one injection. */
export type Scope = (typeof scopes)[number];

export const scopes = ['singleton', 'request', 'transient'] as const;

/** The name of a class or token, for messages. */
export function describeToken(each: unknown): string {
  if (typeof each === 'function') return each.name || 'an anonymous class';
  return typeof each === 'symbol' ? (each.description ?? 'an unnamed token') : String(each);
}
