import type { ValueWriter } from './value-writer';

/** Writes a value that is declared `@Type(() => Object)`: all of it, as `JSON.stringify` does. */
export const freeWriter: ValueWriter = {
  write: (value) => JSON.stringify(value, toText),
  // A copy, so that what a hook changes is not the view's.
  shape: (value) => {
    const json = JSON.stringify(value, toText) as string | undefined;
    return json === undefined ? undefined : (JSON.parse(json) as unknown);
  },
};

function toText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
