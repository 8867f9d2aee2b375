import { type DtoField, readDto } from '../binding/dto/read-dto';
import { readInputParameter } from '../binding/input-parameter';
import { readRules } from '../binding/library-metadata';
import { needsLibrary } from '../binding/validation/input-field';
import { isClass } from '../metadata/class';
import type { DeclaredParameter } from '../metadata/parameters';
import { describeToken } from '../metadata/token';
import type { ExplainedField, ExplainedInput } from './explanation';

/** The classes that parts of the request must fit, with their rules. */
export function explainInputs(parameters: readonly DeclaredParameter[]): ExplainedInput[] {
  return parameters.flatMap((parameter) => {
    const input = readInputParameter(parameter);
    const type: unknown = [input?.type].flat()[0];
    if (!input || !isClass(type)) return [];

    const definition = readDto(type);
    const counting = new Set(readRules(type, parameter.body?.groups ?? []));
    return {
      in: input.in,
      type: describeToken(type),
      isList: Array.isArray(input.type),
      builtBy: needsLibrary(definition) ? 'class-transformer' : 'quintet',
      fields: definition.fields.map((field) => explainField(field, counting)),
    };
  });
}

function explainField(field: DtoField, counting: ReadonlySet<DtoField['rules'][number]>): ExplainedField {
  const type = typeof field.type === 'function' ? describeToken(field.type) : undefined;
  return {
    name: field.name,
    type: type !== undefined && field.isList ? `[${type}]` : type,
    rules: field.rules.filter((rule) => counting.has(rule)).map(describeRule),
  };
}

function describeRule({ name, type, constraints }: DtoField['rules'][number]): string {
  const given = (constraints as readonly unknown[] | undefined) ?? [];
  const written = given.filter((each) => typeof each !== 'function' && typeof each !== 'object').map(String);
  return `${name ?? type}${written.length > 0 ? `(${written.join(', ')})` : ''}`;
}
