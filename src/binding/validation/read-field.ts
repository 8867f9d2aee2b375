import { compileTextConverter, type ConvertText, TextMismatch } from '../convert-text';
import type { DtoField } from '../dto/read-dto';
import { readTextRule } from '../text-rules';
import { assertLength, isWithinLimits } from './free-value';
import { isPolymorphic, readNestedType } from './input-field';
import type { InputOptions } from './input-options';
import { compileNestedField } from './read-nested-field';
import { type ReadBuild, type ReadField, refused } from './reading';

/** Decides at boot what a field becomes: text is converted by its type; of JSON only ISO dates and objects are. */
export function compileReadField(field: DtoField, { isText }: InputOptions, readBuild: ReadBuild): ReadField {
  if (readNestedType(field) || isPolymorphic(field)) return compileNestedField(field, readBuild);
  if (isText) return compileTextField(field);
  return field.type === Date ? compileDateField() : readFree;
}

const readFree: ReadField = (raw, { report, depth }) => {
  if (typeof raw !== 'object' || raw === null) return raw;
  return isWithinLimits(raw, depth + 1, report) ? raw : refused;
};

// What is no ISO date stays as it is, and breaks the field's rule.
function compileDateField(): ReadField {
  const convert = compileTextConverter(Date) as ConvertText;
  const toDate = (raw: unknown): unknown => {
    const date = typeof raw === 'string' ? convert(raw) : raw;
    return date instanceof TextMismatch ? raw : date;
  };
  return (raw, place) => {
    const value = readFree(raw, place);
    return Array.isArray(value) ? value.map(toDate) : toDate(value);
  };
}

function compileTextField(field: DtoField): ReadField {
  const { name, type, isList } = field;
  const convert = compileTextConverter(isList ? [type] : type);
  if (!convert) return readFree;

  const rule = readTextRule(type, field.rules);
  return (raw, place) => {
    if (Array.isArray(raw) && !assertLength(raw, place.report)) return refused;
    // What a converter of the pattern has made, or a file, is no text.
    if (!isText(raw)) return readFree(raw, place);
    const value = convert(raw);
    if (!(value instanceof TextMismatch)) return value;
    place.report.add('', rule, `${name} must be ${value.expected}.`);
    return refused;
  };
}

function isText(value: unknown): value is string | readonly string[] {
  return typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string'));
}
