import type { ValidationIssue } from '../http/validation-error';
import { isClass } from '../metadata/class';
import type { DeclaredParameter, ParameterSource } from '../metadata/parameters';
import { readEmittedType } from './emitted-type';
import { isTelling } from './text-type';

/** A parameter that takes a whole part of the request, as an instance of a class. */
export interface InputParameter {
  /** A class, a class in brackets, or what the compiler left of one. */
  readonly type: unknown;
  readonly in: ValidationIssue['in'];
  /** Whether the values are text; those of a body are so only in a form. */
  readonly isText: boolean;
  /** Whether keys that the class lacks are of no concern: headers that nobody asked for are always there. */
  readonly strips: boolean;
}

/** How a parameter takes a whole part of the request; `undefined` where it takes one value, or all as they are. */
export function readInputParameter(parameter: DeclaredParameter): InputParameter | undefined {
  const { source, name, type: given } = parameter;
  const part = parts[source];
  if (!part || name !== undefined) return undefined;

  const type = given ?? readEmittedType(parameter);
  // Headers and cookies are text whatever is sent, so they may be taken as they are.
  if ((source === 'header' || source === 'cookie') && !(isTelling(type) && isClass(type))) return undefined;
  return { type, in: part, isText: source !== 'body', strips: source !== 'body' && source !== 'query' };
}

const parts: Readonly<Partial<Record<ParameterSource, ValidationIssue['in']>>> = {
  param: 'path',
  query: 'query',
  header: 'header',
  cookie: 'cookie',
  body: 'body',
};
