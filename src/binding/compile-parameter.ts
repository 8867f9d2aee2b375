import type { ValidationIssue } from '../http/validation-error';
import type { DeclaredParameter, ParameterSource } from '../metadata/parameters';
import { compileOwn } from './compile-own';
import { compileTextConverter, TextMismatch } from './convert-text';
import type { ReadArgument } from './read-argument';
import { compileSource } from './read-source';
import { readTextType } from './text-type';

/** Decides at boot how one argument is read and, where the request has it as text, what the text becomes. */
export function compileParameter(parameter: DeclaredParameter): ReadArgument {
  const { source, name } = parameter;
  if (source === 'own') return compileOwn(parameter.read as () => unknown);

  const read = compileSource(source, name);
  const type = readParameterType(parameter);
  const place = places[source];
  const convert = place && name !== undefined ? compileTextConverter(type) : undefined;
  if (!place || name === undefined || !convert) return read;

  const pointer = toPointer(name);
  const rule = rules.get(Array.isArray(type) ? type[0] : type) ?? 'isEnum';
  return (request, issues) => {
    const value = read(request);
    if (!isText(value)) return value;
    const converted = convert(value);
    if (!(converted instanceof TextMismatch)) return converted;
    issues.push({ in: place, pointer, rule, message: `${name} must be ${converted.expected}.` });
    return undefined;
  };
}

/** The type that an argument is declared with: the one that was given, else the emitted one. */
export function readParameterType({ declaredBy, action, index, type }: DeclaredParameter): unknown {
  const emitted = Reflect.getMetadata('design:paramtypes', declaredBy.prototype as object, action) as
    readonly unknown[] | undefined;
  return readTextType({ given: type, emitted: emitted?.[index] });
}

/** A name as a JSON pointer to it (RFC 6901). */
export function toPointer(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

// What a converter of the pattern has made is no text any more, and needs no conversion.
function isText(value: unknown): value is string | readonly string[] {
  return typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string'));
}

// The sources whose values are text.
const places: Readonly<Partial<Record<ParameterSource, ValidationIssue['in']>>> = {
  param: 'path',
  query: 'query',
  header: 'header',
  cookie: 'cookie',
};

const rules = new Map<unknown, string>([
  [String, 'isString'],
  [Number, 'isNumber'],
  [Boolean, 'isBoolean'],
  [BigInt, 'isBigInt'],
  [Date, 'isDate'],
]);
