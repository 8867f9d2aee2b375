import type { Problem } from '../../errors/configuration-error';
import * as problems from '../../errors/validation-problems';
import type { AbstractClass } from '../../metadata/class';
import { describeToken } from '../../metadata/token';
import { compileTextConverter } from '../convert-text';
import type { DtoField } from '../dto/read-dto';
import { type LibraryRule, readRules } from '../library-metadata';
import { readConstraints } from './constraints';
import { isOwnClass, isPolymorphic, readNestedType } from './input-field';
import type { InputOptions } from './input-options';

/** The input that a field belongs to. */
export interface FieldUse {
  /** `Parameter 1 of NoteView.create`. */
  readonly parameter: string;
  readonly options: Pick<InputOptions, 'isText' | 'groups'>;
}

/** What is wrong with one field of a DTO: what would pass unchecked, or never. */
export function readFieldProblems(type: AbstractClass, field: DtoField, { parameter, options }: FieldUse): Problem[] {
  const groups = options.groups ?? [];
  const place: Place = { name: `${describeToken(type)}.${field.name}`, parameter, groups };
  const asked = ofGroups(type, field, groups);
  return [
    ...field.rules.flatMap((rule) => readUnmarked(rule, place)),
    // What class-transformer changes, or an input never has, is not what the types say.
    ...(asked.rules.length === 0 || field.transforms.toClass.length > 0
      ? []
      : [...readNestedProblems(asked, place), ...readTypeProblems(asked, place, options.isText)]),
  ];
}

// A rule of another group says nothing of this input.
function ofGroups(type: AbstractClass, field: DtoField, groups: readonly string[]): DtoField {
  if (groups.length === 0) return field;
  const rules = readRules(type, groups).filter(({ propertyName }) => propertyName === field.name);
  return { ...field, rules, isNested: rules.some((rule) => rule.type === 'nestedValidation') };
}

interface Place {
  readonly name: string;
  readonly parameter: string;
  readonly groups: readonly string[];
}

function readUnmarked(rule: LibraryRule, { name, parameter }: Place): Problem[] {
  const { constraintCls } = rule as { readonly constraintCls: unknown };
  if (rule.type !== 'customValidation' || readConstraints(rule).length > 0) return [];
  return [problems.unmarkedConstraint(name, describeToken(constraintCls), parameter)];
}

function readNestedProblems(field: DtoField, { name, parameter, groups }: Place): Problem[] {
  const type = readNestedType(field);
  if (field.isNested) {
    if (isPolymorphic(field)) return [];
    if (!type) return [problems.unknownNestedType(name, parameter)];
    const hasRules = readRules(type, groups).length > 0;
    return hasRules ? [] : [problems.nestedWithoutRules(name, describeToken(type), parameter)];
  }
  const unchecked = [type, field.emitted].find((each) => isOwnClass(each) && readRules(each).length > 0);
  if (unchecked === undefined || isAllowed(field)) return [];
  return [problems.nestedNotValidated(name, describeToken(unchecked), parameter)];
}

function readTypeProblems(field: DtoField, { name, parameter }: Place, isText: boolean): Problem[] {
  const { type, isList, isNested, declared } = field;
  if (isText) {
    const isReadable = compileTextConverter(isList ? [type] : type) !== undefined;
    return isReadable || isNested ? [] : [problems.unknownFieldType(name, parameter)];
  }
  const unapplied = isConverted(declared) ? [problems.typeNotApplied(name, describeToken(declared), parameter)] : [];
  return [...unapplied, ...readSilence(field, { name, parameter })];
}

// No rule says what a value, or what an item of a list, is.
function readSilence(field: DtoField, { name, parameter }: Pick<Place, 'name' | 'parameter'>): Problem[] {
  const { rules, isNested, isList, declared, emitted } = field;
  const isUnchecked = [declared, emitted].some((each) => isOwnClass(each) && readRules(each).length > 0);
  if (isNested || isUnchecked || isAllowed(field) || !rules.every(isSilent)) return [];
  return isList || rules.some(isOfLists)
    ? [problems.unknownItems(name, parameter)]
    : [problems.unknownValue(name, parameter)];
}

// JSON has these types itself.
function isConverted(declared: unknown): boolean {
  return declared === Number || declared === String || declared === Boolean || declared === BigInt;
}

function isAllowed({ rules }: DtoField): boolean {
  return rules.some((rule) => rule.type === 'whitelistValidation');
}

// Rules that a value of any type, or a list of any items, can keep.
function isSilent({ name = '', type }: LibraryRule): boolean {
  return type === 'conditionalValidation' || silentRules.has(name) || listRules.has(name);
}

const silentRules = new Set(['isDefined', 'isNotEmpty', 'notEquals', 'isNotIn']);
const listRules = new Set(
  'isArray arrayMinSize arrayMaxSize arrayNotEmpty arrayUnique arrayContains arrayNotContains'.split(' '),
);

// Where null may be in its place, the compiler tells no list.
function isOfLists({ name = '', each }: LibraryRule): boolean {
  return each || listRules.has(name);
}
