import type { Problem } from '../errors/configuration-error';
import { duplicateParameter, emptySegment, invalidParameterName, restNotLast } from '../errors/pattern-problems';
import type { Converter } from '../metadata/converter';
import { parseSegment } from './parse-segment';
import { type ParameterSegment, type Pattern, readParameters } from './pattern';

/** A pattern, or what is wrong with its text. */
export interface ParsedPattern {
  /** `undefined` when there are problems. */
  readonly pattern: Pattern | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads a pattern, as `joinPatterns` gives it: its segments are text, `:name`, `<converter:name>`, and at the end `*` or
 * `<path:name>`.
 *
 * `place` names the user's class in the problems, such as `NoteView (@Route)`.
 */
export function parsePattern(text: string, converters: ReadonlyMap<string, Converter>, place: string): ParsedPattern {
  const at = { text, place };
  const written = text.slice(1).split('/');
  const parsed = written.map((segment) => parseSegment(segment, converters, at));

  const pattern = { text, segments: parsed.flatMap(({ segment }) => segment ?? []) };
  const problems = parsed.flatMap(({ problem }) => problem ?? []);
  if (written.slice(0, -1).includes('')) problems.push(emptySegment(at));
  parsed.slice(0, -1).forEach(({ segment }, index) => {
    if (segment?.kind === 'rest') problems.push(restNotLast(at, written[index] ?? ''));
  });
  const parameters = readParameters(pattern);
  problems.push(...[...readRepeated(parameters)].map((name) => duplicateParameter(at, name)));
  problems.push(...parameters.filter(isMisnamed).map(({ name }) => invalidParameterName(at, name)));

  return { pattern: problems.length === 0 ? pattern : undefined, problems };
}

function readRepeated(parameters: readonly ParameterSegment[]): Set<string> {
  const names = parameters.map(({ name }) => name);
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
}

// A field of the name `__proto__` would be lost in the object of the values.
function isMisnamed({ name }: ParameterSegment): boolean {
  return name !== '*' && !/^(?!__proto__$)[A-Za-z_$][\w$]*$/.test(name);
}
