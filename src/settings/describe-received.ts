import { inspect } from 'node:util';

const longest = 100;

/** Writes what a setting received as messages show it: in quotes if it is text, shortened, without passwords of URLs. */
export function describeReceived(value: unknown): string {
  const text = hidePasswords(
    typeof value === 'string' ? JSON.stringify(value) : inspect(value, { breakLength: Infinity }),
  );
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** Hides the passwords of URLs: `postgres://me:***@host`. */
export function hidePasswords(text: string): string {
  return text.replace(/(:\/\/[^\s:@/]*):\S*@/g, '$1:***@');
}
