import { inspect } from 'node:util';

import { describeCloseNames } from '../errors/close-names';
import { type AbstractClass } from '../metadata/class';
import { describeToken } from '../metadata/token';
import { type ParameterSegment, type Pattern, readParameters } from './pattern';

/** What a URL was asked of: a view or the name of a route. */
export type Target = string | AbstractClass;

/** No route has the name, or the view has no route. */
export function unknownTarget(to: Target, known: Iterable<Target>): Error {
  if (typeof to !== 'string') return new Error(`${describeToken(to)} has no URL: no module routes to it.`);

  const names = [...known].filter((each) => typeof each === 'string');
  return new Error(`There is no route with the name "${to}". ${describeCloseNames(to, names)}`.trimEnd());
}

/** None of the patterns has exactly the given parameters. */
export function wrongParameters(to: Target, patterns: readonly Pattern[], given: readonly string[]): Error {
  const [pattern, second] = patterns;
  const target = describeTarget(to);
  if (!pattern || second) {
    const names = given.length === 0 ? 'without parameters' : `with the parameters ${describeNames(given)}`;
    return new Error(`${target} has no URL ${names}. It has ${patterns.map(({ text }) => text).join(', ')}.`);
  }

  const needed = readParameters(pattern).map(({ name }) => name);
  const missing = needed.filter((name) => !given.includes(name));
  if (missing.length > 0)
    return new Error(`${target} (${pattern.text}) needs the parameter ${describeNames(missing)}.`);
  const extra = given.filter((name) => !needed.includes(name));
  return new Error(`${target} (${pattern.text}) has no parameter ${describeNames(extra)}.`);
}

/** The route would not match the value. */
export function unfitValue(pattern: Pattern, { name, converter }: ParameterSegment, value: unknown): Error {
  const received =
    typeof value === 'string' ? JSON.stringify(value) : inspect(value, { depth: 0, breakLength: Infinity });
  return new Error(
    `The parameter "${name}" of ${pattern.text} cannot be ${received}: it does not fit "${converter.name}".`,
  );
}

/** A client would remove the segment, and ask for another URL. */
export function dotSegment(pattern: Pattern, { name }: ParameterSegment, text: string): Error {
  return new Error(`The parameter "${name}" of ${pattern.text} cannot be "${text}": clients resolve dot segments.`);
}

function describeTarget(to: Target): string {
  return typeof to === 'string' ? `The route "${to}"` : describeToken(to);
}

function describeNames(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
