import type { AbstractClass, Class } from '../../metadata/class';
import { isClass } from '../../metadata/class';
import { type DtoDefinition, type DtoField, readDto } from '../dto/read-dto';
import { readRules } from '../library-metadata';
import { isForbiddenKey } from './forbidden-keys';
import type { InputOptions } from './input-options';

/** One field of a DTO that an input may fill. */
export interface InputField {
  readonly field: DtoField;
  /** The key that the input has it under. */
  readonly key: string;
  /** The key that class-transformer knows it by. */
  readonly plainKey: string;
  /** Tells that it is never copied: a getter, a method, an excluded field. Its key is known all the same. */
  readonly isSkipped: boolean;
}

/** The fields of a DTO that have a rule of the groups; with `allow` those that class-transformer knows, too. */
export function readInputFields(type: AbstractClass, options: InputOptions): InputField[] {
  const ruled = new Set(readRules(type, options.groups).map(({ propertyName }) => propertyName));
  return readDto(type)
    .fields.filter(({ name }) => ruled.has(name) || options.unknownProperties === 'allow')
    .map((field) => ({ field, ...readKeys(field, options), isSkipped: isSkipped(type, field) }))
    .filter(({ key, field }) => !isForbiddenKey(key) && !isForbiddenKey(field.name));
}

/** The class that objects in a field are built of; `undefined` where they stay as they are. */
export function readNestedType({ declared, emitted, isNested }: DtoField): Class | undefined {
  if (isOwnClass(declared)) return declared;
  return isNested && declared === undefined && isOwnClass(emitted) ? emitted : undefined;
}

/** Tells whether the class of an object depends on the object. */
export function isPolymorphic({ chooseType, typeOptions }: DtoField): boolean {
  return chooseType !== undefined || typeOptions?.discriminator !== undefined;
}

/** Chooses the class of an object, as class-transformer does. */
export function chooseNestedType(field: DtoField, value: object, parent: object): Class | undefined {
  const discriminator = field.typeOptions?.discriminator;
  const name = discriminator && (value as Record<string, unknown>)[discriminator.property];
  const subType = discriminator?.subTypes.find((each) => each.name === name)?.value;
  if (isOwnClass(subType)) return subType;

  const chosen = field.chooseType?.({ newObject: undefined, object: parent, property: field.name });
  return isOwnClass(chosen) ? chosen : readNestedType(field);
}

/** Tells whether class-transformer builds a class: what it says of the class is more than fields and their types. */
export function needsLibrary({ fields, strategy }: DtoDefinition): boolean {
  return strategy === 'excludeAll' || fields.some(isOfLibrary);
}

function isOfLibrary(field: DtoField): boolean {
  const { transforms, expose, emitted } = field;
  if (transforms.toClass.length > 0 || isPolymorphic(field)) return true;
  if (expose?.groups !== undefined || (expose?.name !== undefined && !expose.toPlainOnly)) return true;
  return (emitted === Set || emitted === Map) && field.declared !== undefined;
}

// The names of headers arrive in lower case.
function readKeys({ name, expose }: DtoField, options: InputOptions): Pick<InputField, 'key' | 'plainKey'> {
  const isOfWayOut = expose?.toPlainOnly === true && expose.toClassOnly !== true;
  const plainKey = (isOfWayOut ? undefined : expose?.name) ?? name;
  return { plainKey, key: options.in === 'header' ? plainKey.toLowerCase() : plainKey };
}

function isSkipped(type: AbstractClass, { name, exclude }: DtoField): boolean {
  if (exclude && (exclude.toClassOnly || !exclude.toPlainOnly)) return true;
  for (
    let each: unknown = type.prototype;
    typeof each === 'object' && each !== null;
    each = Object.getPrototypeOf(each)
  ) {
    const member = Object.getOwnPropertyDescriptor(each, name);
    if (member) return member.set === undefined;
  }
  return false;
}

/** Tells a class of the application from those of the language, of which class-transformer builds nothing. */
export function isOwnClass(type: unknown): type is Class {
  return isClass(type) && !ofLanguage.has(type);
}

const ofLanguage = new Set<unknown>([
  ...[Object, Function, Array, String, Number, Boolean, BigInt, Symbol, Date, RegExp, Error],
  ...[Map, Set, WeakMap, WeakSet, Promise, Buffer, Uint8Array, ArrayBuffer, URL, URLSearchParams],
]);
