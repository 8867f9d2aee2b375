import type { Token } from '../metadata/token';

/** A token for an interface or a plain value. The name is for messages; two tokens of one name are two tokens. */
export function token<T>(name: string): Token<T> {
  return Symbol(name) as Token<T>;
}
