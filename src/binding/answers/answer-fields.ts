import { type AbstractClass, isClass, readLineage } from '../../metadata/class';
import { type DtoField, readDto } from '../dto/read-dto';
import { isTelling } from '../text-type';

/** The fields of a DTO that leave, in order of declaration. */
export function readAnswerFields(type: AbstractClass, groups: readonly string[]): readonly DtoField[] {
  // class-transformer looks at the class alone; leaving a field out is the safer reading of an ancestor's @Exclude.
  const excludesAll = readLineage(type).some((each) => readDto(each).strategy === 'excludeAll');
  return readDto(type).fields.filter((field) => leaves(field, groups, excludesAll));
}

function leaves({ expose, exclude }: DtoField, groups: readonly string[], excludesAll: boolean): boolean {
  if (exclude && isTowardsPlain(exclude)) return false;
  if (!expose) return !excludesAll;
  const isOfGroups = !expose.groups?.length || expose.groups.some((each) => groups.includes(each));
  return isTowardsPlain(expose) && isOfGroups;
}

function isTowardsPlain({ toClassOnly, toPlainOnly }: { toClassOnly?: boolean; toPlainOnly?: boolean }): boolean {
  return toClassOnly !== true || toPlainOnly === true;
}

/** How the value of a field leaves. */
export type FieldKind = 'leaf' | 'free' | 'nested' | 'unknown';

/**
 * How the value of a field leaves: as a value without fields, whole, with the fields of its class, or, since nothing
 * tells, not at all.
 */
export function readFieldKind(owner: AbstractClass, field: DtoField): FieldKind {
  if (field.chooseType ?? field.typeOptions?.discriminator) return 'nested';
  if (field.declared === Object) return 'free';
  if (isMethod(owner, field.name)) return 'leaf';
  if (isTelling(field.type)) return isLeaf(field.type) ? 'leaf' : 'nested';
  return holdsObjects(field) ? 'unknown' : 'leaf';
}

// `import type` of a class emits Function.
function holdsObjects({ emitted, isList, isNested, rules }: DtoField): boolean {
  return (
    isNested || emitted === Function || (isList && emitted === Array) || rules.some(({ name }) => name === 'isObject')
  );
}

/** The classes that a field may hold an instance of: one, or those that `@Type` chooses from by a property. */
export function readNestedTypes({ type, typeOptions }: DtoField): readonly AbstractClass[] {
  const subTypes = typeOptions?.discriminator?.subTypes;
  const types: readonly unknown[] = subTypes ? subTypes.map(({ value }) => value as unknown) : [type];
  return types.filter(isClass);
}

// An enum is an object; a class that says its JSON, such as a decimal number, needs no fields.
function isLeaf(type: unknown): boolean {
  if (!isClass(type) || scalars.has(type)) return true;
  const prototype = type.prototype as { toJSON?: unknown };
  return (
    typeof prototype.toJSON === 'function' && !(prototype instanceof Uint8Array) && readDto(type).fields.length === 0
  );
}

/** Tells a field that is a method of the class: its result leaves. */
export function isMethod(owner: AbstractClass, name: string): boolean {
  const prototypes = readLineage(owner).map((each) => each.prototype as object);
  const found = prototypes
    .map((each) => Object.getOwnPropertyDescriptor(each, name))
    .find((each) => each !== undefined);
  return typeof found?.value === 'function';
}

const scalars = new Set<unknown>([String, Number, Boolean, BigInt, Date, Symbol]);
