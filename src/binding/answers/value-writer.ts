import { types } from 'node:util';

/** How the values of one kind leave. Both ways give the same JSON. `owner` is the object whose field the value is. */
export interface ValueWriter {
  /** The JSON text; `undefined` for what JSON leaves out. */
  readonly write: (value: unknown, owner?: object) => string | undefined;
  /** The value as it is in the body that hooks see; `undefined` for what JSON leaves out. */
  readonly shape: (value: unknown, owner?: object) => unknown;
}

/** Tells what JSON leaves out of an object, and writes as null in a list. */
export function isLeftOut(value: unknown): value is undefined {
  return value === undefined || typeof value === 'function' || typeof value === 'symbol';
}

/** The items of what stands for a list: an array, or what a collection such as a `Set` gives. A `Map` is none: its keys would leave. */
export function readItems(value: object, isList: boolean): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (types.isMap(value)) return undefined;
  return isList && Symbol.iterator in value ? [...(value as Iterable<unknown>)] : undefined;
}

/** The JSON text of a list. */
export function writeItems(items: readonly unknown[], write: (each: unknown) => string | undefined): string {
  let text = '';
  // An index, since the holes of an array are null in JSON.
  for (let index = 0; index < items.length; index++) {
    if (index > 0) text += ',';
    text += write(items[index]) ?? 'null';
  }
  return `[${text}]`;
}

/** A list as hooks see it. */
export function shapeItems(items: readonly unknown[], shape: (each: unknown) => unknown): unknown[] {
  return Array.from(items, (each) => shape(each) ?? null);
}
