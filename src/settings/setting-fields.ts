import { type LibraryRule, readRules, readTransformerFields, type TransformerField } from '../binding/library-metadata';
import { isTelling, readTextType } from '../binding/text-type';
import type { AbstractClass } from '../metadata/class';
import { describeToken } from '../metadata/token';
import { compileSettingConverter, isSecretType, type ReadSetting } from './convert-setting';
import { settingMetadata } from './setting';
import { toVariableName } from './variable-name';

/** What is known about one field of a settings class. */
export interface SettingField {
  readonly name: string;
  /** `AppSettings.databaseUrl`, for messages. */
  readonly setting: string;
  readonly variable: string;
  /** `undefined` when nothing tells it. */
  readonly type: unknown;
  /** `undefined` when text cannot become a value of the type. */
  readonly read: ReadSetting | undefined;
  readonly isSecret: boolean;
  readonly rules: readonly LibraryRule[];
  /** Decorators of class-transformer that would have no effect. */
  readonly ignored: readonly string[];
}

/** Lists the fields of a settings class that are read from variables. `defaults` is an instance of it. */
export function readSettingFields(type: AbstractClass, defaults: object): readonly SettingField[] {
  const given = new Map(settingMetadata.inherited(type).map((each) => [each.name, each.type]));
  const rules = readRules(type);
  const transformed = new Map(readTransformerFields(type).map((each) => [each.name, each]));
  const names = new Set([...given.keys(), ...rules.map((rule) => rule.propertyName), ...transformed.keys()]);

  return [...names]
    .filter((name) => !isComputed(type, name))
    .map((name) => {
      const fieldRules = rules.filter((rule) => rule.propertyName === name);
      const source = { type, name, given: given.get(name), rules: fieldRules, transformer: transformed.get(name) };
      return readSettingField(source, Reflect.get(defaults, name));
    });
}

/** The name of a field as messages write it. */
export function describeSetting(type: AbstractClass, name: string): string {
  return `${describeToken(type)}.${name}`;
}

interface FieldSource {
  readonly type: AbstractClass;
  readonly name: string;
  readonly given: unknown;
  readonly rules: readonly LibraryRule[];
  readonly transformer: TransformerField | undefined;
}

function readSettingField({ type, name, given, rules, transformer }: FieldSource, defaultValue: unknown): SettingField {
  const emitted: unknown = Reflect.getMetadata('design:type', type.prototype as object, name);
  const textType = readTextType({
    given,
    declared: transformer?.declared,
    // An initialiser without a written type is emitted as Object, yet tells the type.
    emitted: isTelling(emitted) ? emitted : (readTypeOf(defaultValue) ?? emitted),
    rules,
  });

  return {
    name,
    setting: describeSetting(type, name),
    variable: toVariableName(name),
    type: textType,
    read: compileSettingConverter(textType),
    isSecret: isSecretType(textType) || isSecretType(readTypeOf(defaultValue)),
    rules,
    ignored: transformer?.changes ?? [],
  };
}

function readTypeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? [readTypeOf(value[0])] : Array;
  return value === undefined || value === null ? undefined : value.constructor;
}

// A getter or a method has no place to put a value.
function isComputed(type: AbstractClass, name: string): boolean {
  return name in (type.prototype as object);
}
