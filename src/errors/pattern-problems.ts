import { describeCloseNames } from './close-names';
import type { Problem } from './configuration-error';

/** Where a pattern stands: its whole text, and the user's class it belongs to. */
export interface PatternPlace {
  readonly text: string;
  readonly place: string;
}

/** A pattern names a converter that its module does not have. */
export function unknownConverter(at: PatternPlace, name: string, known: readonly string[]): Problem {
  const question = describeCloseNames(name, known);
  return {
    code: 'Q102',
    problem: `${describePattern(at)} uses the converter "${name}", which does not exist.${question && ` ${question}`}`,
    fix: `Use one of ${known.join(', ')}, or list converter("${name}", …) in the converters of the module.`,
  };
}

/** Two parameters of one pattern have the same name. */
export function duplicateParameter(at: PatternPlace, name: string): Problem {
  return {
    code: 'Q103',
    problem: `${describePattern(at)} has two parameters with the name "${name}".`,
    fix: 'Rename one of them; the pattern of an include counts too.',
  };
}

/** Django's short form has no meaning of its own here. */
export function shortParameter(at: PatternPlace, name: string): Problem {
  return invalid(at, `has the segment "<${name}>", which names no converter`, `Write ":${name}" or "<str:${name}>".`);
}

/** A parameter could not be read by this name. */
export function invalidParameterName(at: PatternPlace, name: string): Problem {
  return invalid(
    at,
    `has a parameter whose name is "${name}"`,
    'Give it a name of letters, digits and _ that does not start with a digit.',
  );
}

/** What takes the rest of the path stands before the end of the pattern. */
export function restNotLast(at: PatternPlace, segment: string): Problem {
  return invalid(
    at,
    `has "${segment}" before its end, but it takes the whole rest of a path`,
    `Move "${segment}" to the end, or use a parameter that takes one segment.`,
  );
}

/** Fastify would make two routes of it. */
export function optionalParameter(at: PatternPlace, segment: string): Problem {
  return invalid(
    at,
    `has the optional parameter "${segment}"`,
    'Declare two routes, one with the parameter and one without it.',
  );
}

/** Fastify would match the parameter with a regular expression. */
export function inlineExpression(at: PatternPlace, segment: string): Problem {
  return invalid(
    at,
    `has a regular expression in "${segment}"`,
    'Make a converter of it: list converter("code", { pattern, parse, format }) in the module and write "<code:name>".',
  );
}

/** Fastify would split the segment in parts. */
export function mixedSegment(at: PatternPlace, segment: string): Problem {
  return invalid(
    at,
    `has the segment "${segment}", which is neither text nor one parameter`,
    'Write the parameter as a segment of its own, or make a converter that reads the whole segment: "<code:name>".',
  );
}

/** Two slashes in a row. */
export function emptySegment(at: PatternPlace): Problem {
  return invalid(at, 'has an empty segment', 'Write one slash where there are two.');
}

/** The text could never be a part of a path. */
export function endOfPath(at: PatternPlace, character: string): Problem {
  return invalid(
    at,
    `has a "${character}", where the path of a URL ends`,
    `Remove the "${character}" and what follows; a view reads the query with @Query.`,
  );
}

/** The router compares decoded text, so an encoded one would never match. */
export function encodedText(at: PatternPlace, segment: string): Problem {
  return invalid(
    at,
    `has the percent-encoded segment "${segment}", but patterns are compared with decoded text`,
    'Write the characters themselves.',
  );
}

function invalid(at: PatternPlace, what: string, fix: string): Problem {
  return { code: 'Q101', problem: `${describePattern(at)} ${what}.`, fix };
}

function describePattern({ text, place }: PatternPlace): string {
  return `The pattern "${text}" of ${place}`;
}
