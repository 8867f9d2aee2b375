import type { Problem } from '../errors/configuration-error';
import {
  bodyNeverRead,
  parameterBoundTwice,
  secondBody,
  unboundParameter,
  unknownPathParameter,
} from '../errors/view-problems';
import type { Class } from '../metadata/class';
import type { HttpMethod } from '../metadata/http-method';
import { decoratorNames, type DeclaredParameter, readsBody } from '../metadata/parameters';
import { type Pattern, readParameters } from './pattern';

/** A view method, and what its parameters are bound to. */
export interface BindingMethod {
  readonly view: Class;
  readonly action: string;
  /** `NoteView.show`. */
  readonly place: string;
  readonly method: HttpMethod;
  /** `undefined` where it could not be read. */
  readonly pattern: Pattern | undefined;
  readonly parameters: readonly DeclaredParameter[];
}

/** What is wrong with how the parameters of a method are bound. */
export function readParameterProblems(method: BindingMethod): Problem[] {
  const { place, pattern, parameters } = method;
  return [
    ...readUnbound(method).map((index) => unboundParameter(place, index + 1)),
    ...readBoundTwice(parameters).map((index) => parameterBoundTwice(place, index + 1)),
    ...(pattern ? readUnknown(place, parameters, pattern) : []),
    ...readBodyProblems(method),
  ];
}

function readUnknown(place: string, parameters: readonly DeclaredParameter[], pattern: Pattern): Problem[] {
  const known = readParameters(pattern).map(({ name }) => name);
  return parameters.flatMap(({ source, name }) =>
    source !== 'param' || name === undefined || known.includes(name)
      ? []
      : unknownPathParameter({ place, pattern: pattern.text, known }, name),
  );
}

function readUnbound({ view, action, parameters }: BindingMethod): number[] {
  const bound = new Set(parameters.map(({ index }) => index));
  const implementation = (view.prototype as Record<string, { length: number }>)[action];
  return Array.from({ length: implementation?.length ?? 0 }, (_, index) => index).filter((each) => !bound.has(each));
}

function readBoundTwice(parameters: readonly DeclaredParameter[]): number[] {
  const indexes = parameters.map(({ index }) => index);
  return [...new Set(indexes.filter((index, order) => indexes.indexOf(index) !== order))];
}

function readBodyProblems({ method, place, parameters }: BindingMethod): Problem[] {
  const reading = parameters.find((each) => readsBody([each]));
  const bodies = parameters.filter(({ source }) => source === 'body');
  return [
    ...(reading && (method === 'GET' || method === 'HEAD')
      ? [bodyNeverRead(place, `@${decoratorNames[reading.source]}`, method)]
      : []),
    ...(bodies.length > 1
      ? [
          secondBody(
            place,
            bodies.map(({ index }) => index + 1),
          ),
        ]
      : []),
  ];
}
