import { assertIsNoSlip } from '../../http/to-json';
import { generateWrite, type WrittenField } from './generate-write';
import { isLeftOut, type ValueWriter } from './value-writer';

/** Decides at boot how the fields of an object leave. Each is read once. */
export function compileObject(fields: readonly WrittenField[]): ValueWriter {
  return { write: generateWrite(fields, writeEmpty), shape: createShape(fields) };
}

function createShape(fields: readonly WrittenField[]): ValueWriter['shape'] {
  return (object) => {
    const shaped: Record<string, unknown> = {};
    for (const { key, property, convert, writer } of fields) {
      const value = (object as Record<string, unknown>)[property];
      const part = writer.shape(convert ? convert(value, object as object) : value, object as object);
      if (!isLeftOut(part)) shaped[key] = part;
    }
    if (Object.keys(shaped).length === 0) assertIsNoSlip(object as object);
    return shaped;
  };
}

// A promise has none of the fields, and its JSON would be an empty object.
function writeEmpty(object: object): string {
  assertIsNoSlip(object);
  return '{}';
}
