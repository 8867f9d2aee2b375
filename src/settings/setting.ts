import type { Class } from '../metadata/class';
import { ClassMetadata } from '../metadata/class-metadata';
import type { Secret } from './secret';

/** What a setting can be: `String`, `Number`, `Boolean`, `BigInt`, `Date`, `Secret`, an enum object, or a list, `[Number]`. */
export type SettingType = ScalarType | readonly [ScalarType];

/** The value that a setting of this type has. */
export type SettingValue<Type> = Type extends readonly [infer Item]
  ? readonly SettingValue<Item>[]
  : Type extends StringConstructor
    ? string
    : Type extends NumberConstructor
      ? number
      : Type extends BooleanConstructor
        ? boolean
        : Type extends BigIntConstructor
          ? bigint
          : Type extends DateConstructor
            ? Date
            : Type extends typeof Secret
              ? Secret
              : Type[keyof Type];

/** What `@Setting` records. */
export interface SettingMetadata {
  readonly name: string;
  readonly type: SettingType | undefined;
}

/** The fields that `@Setting` marks. */
export const settingMetadata = new ClassMetadata<SettingMetadata>();

/**
 * Marks a field of a settings class that is read from the environment. A field with a rule of class-validator or a
 * decorator of class-transformer needs no mark.
 *
 * The type is needed where the compiler emits none: for lists, and everywhere under esbuild and tsx.
 *
 * @example
 * ```ts
 * class AppSettings extends Settings {
 *   @Setting() jwtKey!: Secret;
 *   @Setting([Number]) ports = [3000];
 * }
 * ```
 */
export function Setting(): (prototype: object, name: string) => void;
export function Setting<const Type extends SettingType>(
  type: Type,
): <Name extends string>(
  prototype: Readonly<Partial<Record<Name, SettingValue<Type> | null | undefined>>>,
  name: Name,
) => void;
export function Setting(type?: SettingType) {
  return (prototype: object, name: string): void => {
    settingMetadata.append(prototype.constructor as Class, { name, type });
  };
}

/** What `@Setting` can be told of one value. */
export type ScalarType =
  | StringConstructor
  | NumberConstructor
  | BooleanConstructor
  | BigIntConstructor
  | DateConstructor
  | typeof Secret
  | EnumObject;

/** An enum, or an object in its place. */
export type EnumObject = Readonly<Record<string, string | number>>;
