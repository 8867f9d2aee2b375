import type { LibraryRule } from '../binding/library-metadata';
import { readEnumValues, readKeywords, toEnum } from './keywords';
import { type JsonType, type Schema, toNullable } from './schema';

/** What a field says of its value, besides its rules. */
export interface ValueType {
  /** The schema of the value, or of each where it is a list. */
  readonly item: Schema;
  readonly isList: boolean;
}

/** The schema of a field's value: its type, narrowed by its rules. */
export function readValueSchema({ item, isList }: ValueType, rules: readonly LibraryRule[]): Schema {
  const ofItems = rules.filter(({ each }) => isList && each);
  const ofValue = rules.filter((rule) => !ofItems.includes(rule));
  const schema = isList
    ? merge([{ type: 'array', items: merge([item, ...ofItems.map(readKeywords)]) }, ...ofValue.map(readKeywords)])
    : merge([item, ...ofValue.map(readKeywords)]);
  return isNullable(rules) ? toNullable(schema) : schema;
}

/** The schema of a value without fields, by its type. Text that stands for one is described by what it stands for. */
export function readScalarSchema(type: unknown, isText: boolean): Schema {
  if (type === BigInt) return isText ? { type: 'integer' } : { type: 'string', pattern: '^-?\\d+$' };
  const known = scalars.get(type);
  if (known) return known;
  return typeof type === 'object' && type !== null && !Array.isArray(type) ? toEnum(readEnumValues(type)) : {};
}

/** Tells whether the rules let null pass. */
function isNullable(rules: readonly LibraryRule[]): boolean {
  return rules.some(({ name }) => name === 'nullable' || name === 'isOptional');
}

/** Tells whether the rules let a field be absent: a condition does, and so does what no rule refuses. */
export function mayBeAbsent(rules: readonly LibraryRule[]): boolean {
  if (rules.some(({ name }) => name === 'optional' || name === 'isOptional')) return true;
  // A condition of the application's own may excuse anything.
  if (rules.some(({ type, name }) => type === 'conditionalValidation' && name === undefined)) return true;
  return !rules.some(refusesAbsence);
}

function refusesAbsence({ type, name }: LibraryRule): boolean {
  return !passive.has(type) && !lenient.has(name ?? '');
}

// Kinds of rules that say nothing about what is absent.
const passive = new Set(['nestedValidation', 'whitelistValidation', 'conditionalValidation']);
const lenient = new Set(['isEmpty', 'notEquals', 'isNotIn', 'arrayUnique']);

const scalars = new Map<unknown, Schema>([
  [String, { type: 'string' }],
  [Number, { type: 'number' }],
  [Boolean, { type: 'boolean' }],
  [Date, { type: 'string', format: 'date-time' }],
  [URL, { type: 'string', format: 'uri' }],
]);

// Of two rules that use one keyword, both hold.
function merge(schemas: readonly Schema[]): Schema {
  const merged: Record<string, unknown> = {};
  const others: Schema[] = [];
  for (const [keyword, value] of schemas.flatMap((each) => Object.entries(each))) {
    const known = merged[keyword];
    if (known === undefined || keyword === 'type') merged[keyword] = keyword === 'type' ? toType(known, value) : value;
    else if (JSON.stringify(known) !== JSON.stringify(value)) others.push({ [keyword]: value });
  }
  // The type of the first of several values is not that of all.
  if (merged['enum'] && toEnum(merged['enum']).type === undefined) delete merged['type'];
  return others.length > 0 ? { ...merged, allOf: [...((merged['allOf'] ?? []) as Schema[]), ...others] } : merged;
}

// The first says it best, but for whole numbers: a number is what the compiler emits for them.
function toType(known: unknown, next: unknown): JsonType {
  if (known === undefined || (known === 'number' && next === 'integer')) return next as JsonType;
  return known as JsonType;
}
