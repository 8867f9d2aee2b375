import { readItems, shapeItems, type ValueWriter, writeItems } from './value-writer';

/** A field whose objects leave with the fields of a class. */
export interface Nesting {
  readonly isList: boolean;
  /** Writes what is no object: it leaves as it is. */
  readonly leaf: ValueWriter;
  /** How one object leaves; it may depend on the object, or on the one whose field it is. */
  readonly choose: (object: object, owner: object | undefined) => ValueWriter;
}

/** Writes objects with the fields of a class, one or a list of them, whatever the field was declared to hold. */
export function createNestedWriter({ isList, leaf, choose }: Nesting): ValueWriter {
  const write: ValueWriter['write'] = (value, owner) => {
    if (typeof value !== 'object' || value === null) return leaf.write(value);
    const items = readItems(value, isList);
    if (items) return writeItems(items, (each) => write(each, owner));
    return choose(value, owner).write(value);
  };
  const shape: ValueWriter['shape'] = (value, owner) => {
    if (typeof value !== 'object' || value === null) return leaf.shape(value);
    const items = readItems(value, isList);
    if (items) return shapeItems(items, (each) => shape(each, owner));
    return choose(value, owner).shape(value);
  };
  return { write, shape };
}
