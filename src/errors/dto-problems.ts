import type { Problem } from './configuration-error';

/** A variant is to be made of what is no class, or of a class that declares no field. */
export function noVariantSource(maker: string, type: string | undefined): Problem {
  return {
    code: 'Q320',
    problem:
      type === undefined
        ? `${maker} was given something that is not a class, as happens when files import each other.`
        : `${maker} was given ${type}, none of whose fields has a decorator of class-validator or class-transformer.`,
    fix:
      type === undefined
        ? 'Move the class to a file that does not import the file of its variant.'
        : 'Decorate its fields with their rules, or with @Expose().',
  };
}

/** A variant names fields that its source lacks. */
export function unknownVariantFields(maker: string, type: string, names: readonly string[]): Problem {
  return {
    code: 'Q321',
    problem: `${maker} names ${names.join(', ')}, but no such field of ${type} has a decorator of class-validator or class-transformer.`,
    fix: 'Correct the name, or decorate the field with its rules, or with @Expose().',
  };
}

/** `@Returns` was given no class. */
export function noReturnedClass(place: string): Problem {
  return {
    code: 'Q322',
    problem: `@Returns of ${place} was given something that is not a class, as happens when files import each other.`,
    fix: 'Move the class to a file that does not import the view.',
  };
}

/** No field of a class that is returned leaves. */
export function noReturnedFields(place: string, type: string): Problem {
  return {
    code: 'Q323',
    problem: `${place} returns ${type}, none of whose fields leaves, so every answer would be empty.`,
    fix: 'Decorate the fields that leave with @Expose(), or with their rules.',
  };
}

/** A field of a class that is returned holds objects of which nothing tells the fields. */
export function unknownReturnedField(place: string, field: string): Problem {
  return {
    code: 'Q324',
    problem: `${place} returns ${field}, which holds a list or an object, but the class of it is not known at run time.`,
    fix: 'Name it: @Type(() => Item), @Type(() => String) for a list of text, or @Type(() => Object) to send all of it.',
  };
}

/** A header that no answer can have. */
export function invalidResponseHeader(place: string, name: string, reason: string): Problem {
  return {
    code: 'Q325',
    problem: `@ResponseHeader of ${place} has a name or a value that cannot be sent: ${name} (${reason}).`,
    fix: 'Correct the name, or the value: one line of Latin-1 text.',
  };
}
