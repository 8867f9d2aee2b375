import type { AbstractClass } from '../metadata/class';
import {
  addCondition,
  type Condition,
  type ConditionOptions,
  nullable,
  optional,
  requireClassValidator,
} from './conditions';

/**
 * The field may be absent, and is not null: where it is absent its rules are not asked, and a default stays. (With
 * class-validator's `@IsOptional()` it may also be null.)
 *
 * @example
 * ```ts
 * class ListNotes {
 *   @Optional() @IsString() tag?: string;
 * }
 * ```
 */
export function Optional(options: ConditionOptions = {}): PropertyDecorator {
  return (prototype, field) => {
    record(prototype, String(field), optional, { ...options, message: '$property must not be null' });
  };
}

/**
 * The field may be null, and is not absent: where it is null its rules are not asked. Together with `@Optional()` it may
 * be either. A field whose type excludes null does not compile.
 *
 * @example
 * ```ts
 * class MoveNote {
 *   @Nullable() @IsInt() folder!: number | null;
 * }
 * ```
 */
export function Nullable(options: ConditionOptions = {}): DecoratesNullableField {
  return (prototype, field) => {
    record(prototype, field, nullable, { ...options, message: '$property must be there; it may be null' });
  };
}

/** Decorates a field that can be null; any other does not compile. */
export type DecoratesNullableField = <Target extends object, Name extends string>(
  prototype: Target & RefuseNonNull<Target, Name>,
  field: Name,
) => void;

/** Refuses a field whose type excludes null. A private field has no type that could be read here. */
export type RefuseNonNull<Target, Name> = Name extends keyof Target
  ? null extends Target[Name]
    ? unknown
    : { 'this field is never null': Name }
  : unknown;

// Some rules accept what the condition does not excuse, and `@ValidateNested` what is absent.
function record(
  prototype: object,
  field: string,
  condition: Condition,
  { message, ...options }: ConditionOptions & { readonly message: string },
): void {
  addCondition(prototype.constructor as AbstractClass, field, condition, options);
  const counts = options.groups ? { groups: options.groups } : { always: true };
  requireClassValidator().IsDefined({ message, ...counts })(prototype, field);
}
