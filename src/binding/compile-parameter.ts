import type { ValidationIssue } from '../http/validation-error';
import type { DeclaredParameter, ParameterSource } from '../metadata/parameters';
import { compileInputParameter, type MethodParts } from './compile-input-parameter';
import { compileOwn } from './compile-own';
import { readEmittedType } from './emitted-type';
import { readInputParameter } from './input-parameter';
import { toPointer } from './validation/pointer';
import { compileFile } from './uploads/compile-file';
import { compileTextConverter, TextMismatch } from './convert-text';
import type { ReadArgument } from './read-argument';
import { compileSource, type ReadValue } from './read-source';
import { readTextRule } from './text-rules';
import { readTextType } from './text-type';

/** Decides at boot how one argument is read and, where the request has it as text, what the text becomes. */
export function compileParameter(parameter: DeclaredParameter, method: MethodParts): ReadArgument {
  const { source, name } = parameter;
  if (source === 'own') return compileOwn(parameter.read as () => unknown);
  if (source === 'file' || source === 'files') return compileFile(parameter, method.openForm);
  const input = readInputParameter(parameter);
  if (input) return compileInputParameter(parameter, input, method);

  const read = compileSource(source, name);
  const place = places[source];
  return place && name !== undefined ? compileText(read, { parameter, place, name }) : read;
}

interface TextParameter {
  readonly parameter: DeclaredParameter;
  readonly place: ValidationIssue['in'];
  readonly name: string;
}

function compileText(read: ReadValue, { parameter, place, name }: TextParameter): ReadArgument {
  const type = readParameterType(parameter);
  const convert = compileTextConverter(type);
  if (!convert) return read;

  const pointer = toPointer(name);
  const rule = readTextRule(type);
  return (request, issues) => {
    const value = read(request);
    if (typeof value !== 'string' && !isTextList(value)) return value;
    const converted = convert(value);
    if (!(converted instanceof TextMismatch)) return converted;
    issues.push({ in: place, pointer, rule, message: `${name} must be ${converted.expected}.` });
    return undefined;
  };
}

/** The type that an argument is declared with: the one that was given, else the emitted one. */
export function readParameterType(parameter: DeclaredParameter): unknown {
  return readTextType({ given: parameter.type, emitted: readEmittedType(parameter) });
}

// What a converter of the pattern has made is no text any more, and needs no conversion.
function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

// The sources whose values are text.
const places: Readonly<Partial<Record<ParameterSource, ValidationIssue['in']>>> = {
  param: 'path',
  query: 'query',
  header: 'header',
  cookie: 'cookie',
};
