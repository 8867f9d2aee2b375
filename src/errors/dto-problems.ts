import type { Problem } from './configuration-error';

/** A variant is to be made of what is no class, or of a class that declares no field. */
export function noVariantSource(maker: string, type: string | undefined): Problem {
  return {
    code: 'NO_VARIANT_SOURCE',
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
    code: 'UNKNOWN_VARIANT_FIELD',
    problem: `${maker} names ${names.join(', ')}, but no such field of ${type} has a decorator of class-validator or class-transformer.`,
    fix: 'Correct the name, or decorate the field with its rules, or with @Expose().',
  };
}
