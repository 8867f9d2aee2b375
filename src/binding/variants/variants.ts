import type { Class } from '../../metadata/class';
import { makeOptional } from './copy-rules';
import { createVariant } from './create-variant';

/** The names of the fields of a class: what is no method. */
export type FieldName<T> = {
  // `any` parameters: a method is left out whatever it takes.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  [Name in keyof T]-?: Name extends string ? (T[Name] extends (...parameters: any[]) => unknown ? never : Name) : never;
}[keyof T];

/** A class of fields that is made by one of the functions below, to be extended or used as it is. */
export type VariantClass<Fields extends object> = new () => Fields;

/**
 * A class with the fields of a DTO, each of which may be absent (`undefined`): for what changes a part of something.
 *
 * What the DTO's rules refuse they still refuse, null included. Defaults are dropped: what is absent stays absent.
 *
 * @example
 * ```ts
 * class UpdateNote extends PartialDto(OmitDto(Note, ['id'])) {}
 * ```
 * @throws {ConfigurationError} when the class has no fields with a decorator of class-validator or class-transformer
 */
export function PartialDto<T extends object>(source: Class<T>): VariantClass<Partial<Pick<T, FieldName<T>>>> {
  const variant = createVariant(source, {
    maker: 'PartialDto',
    prefix: 'Partial',
    named: [],
    selects: () => true,
    keepsDefaults: false,
  });
  makeOptional(variant);
  return variant;
}

/**
 * A class with some fields of a DTO: their rules, types and defaults, and none of its methods.
 *
 * @throws {ConfigurationError} when a name is not that of a field with a decorator of either library
 */
export function PickDto<T extends object, Name extends FieldName<T>>(
  source: Class<T>,
  names: readonly Name[],
): VariantClass<Pick<T, Name>> {
  const selects = (field: string) => (names as readonly string[]).includes(field);
  const plan = { maker: 'PickDto', prefix: 'Pick', named: names, selects, keepsDefaults: true };
  return createVariant(source, plan) as VariantClass<Pick<T, Name>>;
}

/**
 * A class with the fields of a DTO but for some: their rules, types and defaults, and none of its methods.
 *
 * @throws {ConfigurationError} when a name is not that of a field with a decorator of either library
 */
export function OmitDto<T extends object, Name extends FieldName<T>>(
  source: Class<T>,
  names: readonly Name[],
): VariantClass<Pick<T, Exclude<FieldName<T>, Name>>> {
  const selects = (field: string) => !(names as readonly string[]).includes(field);
  const plan = { maker: 'OmitDto', prefix: 'Omit', named: names, selects, keepsDefaults: true };
  return createVariant(source, plan) as VariantClass<Pick<T, Exclude<FieldName<T>, Name>>>;
}
