import { inspect, types } from 'node:util';

/** An error for the eyes of a developer. */
export interface ErrorDescription {
  /** Name and message; a thrown value that is no error as it would be printed. */
  readonly error: string;
  /** The calls that led to it, innermost first. */
  readonly stack: readonly string[];
}

/** The error, then its causes. */
export function describeErrors(error: unknown): ErrorDescription[] {
  const seen = new Set<unknown>();
  for (let each = error; !seen.has(each) && seen.size < deepest; each = each.cause) {
    seen.add(each);
    if (!types.isNativeError(each) || each.cause === undefined) break;
  }
  return [...seen].map(describeError);
}

const deepest = 10;

function describeError(error: unknown): ErrorDescription {
  if (!types.isNativeError(error)) return { error: inspect(error, { depth: 2 }), stack: [] };
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim());
  return { error: `${error.name}: ${error.message}`, stack: lines.filter((line) => line.startsWith('at ')) };
}
