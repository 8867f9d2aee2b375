import { assertIsNoSlip } from '../../http/to-json';
import { quote } from './quote';
import { isLeftOut, type ValueWriter } from './value-writer';

/** One field of an object that leaves. */
export interface ObjectField {
  /** The name in JSON. */
  readonly key: string;
  /** The property that is read. */
  readonly property: string;
  /** What is done to the value that was read, if anything is. */
  readonly convert: ((value: unknown, object: object) => unknown) | undefined;
  readonly writer: ValueWriter;
  /** What the value most likely is, so that this is looked at first. */
  readonly isText: boolean;
  readonly isNumber: boolean;
}

/** Decides at boot how the fields of an object leave. Each is read once. */
export function compileObject(fields: readonly ObjectField[]): ValueWriter {
  return { write: generateWrite(fields) as ValueWriter['write'], shape: createShape(fields) };
}

function createShape(fields: readonly ObjectField[]): ValueWriter['shape'] {
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

/**
 * One function with each property by its name, which the engine makes several times faster than a loop. Names are
 * written as JSON, so whatever a field is called is text here and no code.
 */
function generateWrite(fields: readonly ObjectField[]): unknown {
  const body = [
    'return (object) => {',
    'let text = "", value, part;',
    ...fields.map(generateField),
    'return text === "" ? writeEmpty(object) : text + "}";',
    '};',
  ].join('\n');
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- as above
  const create = new Function('fields', 'quote', 'writeEmpty', body) as (...parts: unknown[]) => unknown;
  return create(fields, quote, writeEmpty);
}

function generateField({ key, property, convert, isText, isNumber }: ObjectField, index: number): string {
  const first = JSON.stringify(`{${JSON.stringify(key)}:`);
  const later = JSON.stringify(`,${JSON.stringify(key)}:`);
  const add = (json: string) => `text += (text === "" ? ${first} : ${later}) + ${json};`;
  const ways = [
    ...(isText ? [`if (typeof value === "string") { ${add('quote(value)')} }`] : []),
    ...(isNumber ? [`if (typeof value === "number") { ${add('(value - value === 0 ? value : "null")')} }`] : []),
    `if (value !== undefined) { part = fields[${index}].writer.write(value, object); if (part !== undefined) { ${add('part')} } }`,
  ];
  return [
    `value = object[${JSON.stringify(property)}];`,
    ...(convert ? [`value = fields[${index}].convert(value, object);`] : []),
    ways.join(' else '),
  ].join('\n');
}

// A promise has none of the fields, and its JSON would be an empty object.
function writeEmpty(object: object): string {
  assertIsNoSlip(object);
  return '{}';
}
