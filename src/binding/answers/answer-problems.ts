import type { Problem } from '../../errors/configuration-error';
import {
  invalidResponseHeader,
  noReturnedClass,
  noReturnedFields,
  unknownReturnedField,
} from '../../errors/dto-problems';
import { HttpHeaders } from '../../http/headers';
import { readResponseHeaders, readReturns } from '../../metadata/answers';
import { type AbstractClass, isClass } from '../../metadata/class';
import { describeToken } from '../../metadata/token';
import { readAnswerFields, readFieldKind, readNestedTypes } from './answer-fields';

/** What is wrong with how the answers of one view method are declared. */
export function readAnswerProblems(view: AbstractClass, action: string): Problem[] {
  const place = `${describeToken(view)}.${action}`;
  return [...readDtoProblems(view, action, place), ...readHeaderProblems(view, action, place)];
}

function readDtoProblems(view: AbstractClass, action: string, place: string): Problem[] {
  const returns = readReturns(view, action);
  if (!returns) return [];
  const { type, options } = returns;
  if (!isClass(type)) return [noReturnedClass(place)];
  return findProblems(type, { place, groups: options.groups ?? [], seen: new Set() });
}

interface Search {
  readonly place: string;
  readonly groups: readonly string[];
  readonly seen: Set<AbstractClass>;
}

function findProblems(type: AbstractClass, search: Search): Problem[] {
  const { place, groups, seen } = search;
  if (seen.has(type)) return [];
  seen.add(type);
  const fields = readAnswerFields(type, groups);
  if (fields.length === 0) return [noReturnedFields(place, describeToken(type))];

  return fields.flatMap((field) => {
    const kind = readFieldKind(type, field);
    if (kind === 'unknown') return [unknownReturnedField(place, `${describeToken(type)}.${field.name}`)];
    // Which class a function chooses shows only when there is a value.
    if (kind !== 'nested' || field.chooseType) return [];
    return readNestedTypes(field).flatMap((nested) => findProblems(nested, search));
  });
}

function readHeaderProblems(view: AbstractClass, action: string, place: string): Problem[] {
  return readResponseHeaders(view, action).flatMap(({ name, value }) => {
    try {
      new HttpHeaders().set(name, value);
      return [];
    } catch (error) {
      return [invalidResponseHeader(place, name, (error as Error).message)];
    }
  });
}
