import type { Problem } from './configuration-error';

/** The name of a converter could not be written in a pattern. */
export function invalidConverterName(name: string, place: string): Problem {
  return {
    code: 'Q104',
    problem: `${place} has a converter whose name is "${name}", which cannot be written in a pattern.`,
    fix: 'Give it a name of letters, digits and _, such as converter("year", …).',
  };
}

/** Two converters that one module lists have the same name, or one has the name of a built-in converter. */
export function duplicateConverter(name: string, place: string, other: 'a built-in one' | 'another one'): Problem {
  return {
    code: 'Q105',
    problem: `${place} has a converter "${name}", which is the name of ${other}.`,
    fix: `Give the converter of ${place} another name.`,
  };
}

/** The text is no regular expression. */
export function invalidConverterPattern(name: string, place: string, source: string): Problem {
  return {
    code: 'Q104',
    problem: `The converter "${name}" of ${place} has the pattern "${source}", which is no regular expression.`,
    fix: `Mend the pattern of converter("${name}", …).`,
  };
}

/** Flags that make a pattern stateful, or let it match a part of the value. */
export function invalidConverterFlags(name: string, place: string, flags: string): Problem {
  return {
    code: 'Q104',
    problem: `The converter "${name}" of ${place} has a pattern with the flag "${flags}", but it must match the whole value each time.`,
    fix: `Remove the flag "${flags}" from the pattern of converter("${name}", …).`,
  };
}

/** A URL could be written that keeps the pattern busy for ever. */
export function unsafeConverterPattern(name: string, place: string, source: string): Problem {
  return {
    code: 'Q106',
    problem: `The converter "${name}" of ${place} has the pattern "${source}", which can take exponential time.`,
    fix: 'Write it without a repetition inside a repetition, and check the rest in parse.',
  };
}
