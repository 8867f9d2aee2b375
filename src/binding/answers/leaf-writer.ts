import { types } from 'node:util';
import { isPlainDate, writeDate } from './plain-date';
import { quote } from './plain-text';
import { isLeftOut, readItems, shapeItems, type ValueWriter, writeItems } from './value-writer';

/** A field whose value has no fields of its own: text, numbers, dates, and lists of them. */
export interface Leaf {
  /** `NoteDto.title`. */
  readonly place: string;
  /** The name in JSON, which `toJSON` is told. */
  readonly key: string;
  readonly isList: boolean;
}

/**
 * Writes values without fields, whatever their type, as `JSON.stringify` does; a bigint as its decimal text. An object is
 * refused: nothing says which of its fields may leave.
 */
export function createLeafWriter(leaf: Leaf): ValueWriter {
  const write = (value: unknown): string | undefined => {
    switch (typeof value) {
      case 'string':
        return quote(value);
      case 'number':
        return writeNumber(value);
      case 'boolean':
        return String(value);
      case 'bigint':
        return `"${String(value)}"`;
      case 'object':
        return writeObject(value);
      case 'undefined':
      case 'function':
      case 'symbol':
        return JSON.stringify(value);
    }
  };
  const writeObject = (value: object | null): string | undefined => {
    if (value === null) return 'null';
    if (Array.isArray(value) && !hasToJson(value)) return writeItems(value, write);
    if (isPlainDate(value)) return writeDate(value);
    const plain = toPlain(value, leaf);
    if (typeof plain !== 'object' || plain === null) return write(plain);
    return Array.isArray(plain) ? writeItems(plain, write) : JSON.stringify(plain);
  };
  const shape = (value: unknown): unknown => {
    if (typeof value === 'bigint') return String(value);
    if (isLeftOut(value)) return undefined;
    if (typeof value !== 'object' || value === null) return value;
    const plain = toPlain(value, leaf);
    if (Array.isArray(plain)) return shapeItems(plain, shape);
    // A hook reads a date as a date.
    return types.isDate(value) ? value : shapeScalar(plain);
  };
  return { write, shape };
}

// The difference is NaN for what is not finite.
function writeNumber(value: number): string {
  return value - value === 0 ? String(value) : 'null';
}

/** The value that JSON has of an object without fields: what its `toJSON` gives, an array, or a boxed value. */
function toPlain(value: object, { place, key, isList }: Leaf): unknown {
  const plain = hasToJson(value) ? value.toJSON(key) : value;
  if (typeof plain !== 'object' || plain === null || types.isBoxedPrimitive(plain)) return plain;
  const items = readItems(plain, isList);
  if (items) return items;
  throw new Error(
    `${place} holds an object, of which nothing says which fields may leave. ` +
      'Name its class with @Type(() => …), or send all of it with @Type(() => Object).',
  );
}

function shapeScalar(plain: unknown): unknown {
  if (typeof plain === 'bigint') return String(plain);
  return isLeftOut(plain) ? undefined : plain;
}

function hasToJson(value: object): value is { toJSON: (key: string) => unknown } {
  return typeof (value as { toJSON?: unknown }).toJSON === 'function';
}
