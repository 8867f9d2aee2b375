import type { AbstractClass } from '../../metadata/class';
import { nullable, optional } from '../conditions';
import { readDto } from '../dto/read-dto';
import type { LibraryRule } from '../library-metadata';
import { readConstraints } from './constraints';
import { readNestedType } from './input-field';
import { type CheckObject, compileNestedCheck, type ReadCheck } from './nested-check';
import { toPointer } from './pointer';
import type { Report } from './report';
import { compileRule, type RuleCheck } from './rule-check';

/** How the value of one field is checked. */
export interface PropertyCheck {
  readonly name: string;
  /** Its part of a JSON pointer. */
  readonly pointer: string;
  /** Checks it by all rules. */
  readonly check: CheckObject;
  /** The values that need no check; `undefined` where a condition of the application decides, which is asked once. */
  readonly excused: readonly unknown[] | undefined;
  /** The rules, in their order. */
  readonly rules: readonly RuleCheck[];
  /** `@ValidateNested()`. */
  readonly isNested: boolean;
  /** The class that an object in the field most likely has; `undefined` where that is not known beforehand. */
  readonly nested: NestedProperty | undefined;
  /** Tells that a rule stands there more than once. */
  readonly isRepeated: boolean;
}

/** A class, and its check. */
export interface NestedProperty {
  readonly type: AbstractClass;
  readonly check: CheckObject;
}

/** Decides at boot how the value of a field is checked by its rules; `undefined` where none of them checks. */
export function compileProperty(
  type: AbstractClass,
  rules: readonly LibraryRule[],
  readCheck: ReadCheck,
): PropertyCheck | undefined {
  const name = (rules[0] as LibraryRule).propertyName;
  const conditions = rules.filter(isOfType('conditionalValidation'));
  const custom = [...rules.filter(isOfType('isDefined')), ...rules.filter(isOfType('customValidation'))];
  const repeated = readRepeated(custom);
  const checks = custom.flatMap((rule) => compileRule(rule, { targetName: type.name, repeated }));
  // Several say the same, and the last one's message counts.
  const nested = rules.filter(isOfType('nestedValidation')).at(-1);
  if (checks.length === 0 && !nested) return undefined;

  const nestedClass = nested && readNestedClass(type, name);
  return {
    name,
    pointer: toPointer(name),
    check: compileWhole(name, { conditions, checks, nested }, readCheck),
    excused: readExcused(conditions),
    rules: checks,
    isNested: nested !== undefined,
    nested: nestedClass && { type: nestedClass, check: readCheck(nestedClass) },
    isRepeated: repeated.size > 0,
  };
}

function readNestedClass(type: AbstractClass, name: string): AbstractClass | undefined {
  const field = readDto(type).fields.find((each) => each.name === name);
  return field && readNestedType(field);
}

interface PropertyRules {
  readonly conditions: readonly LibraryRule[];
  readonly checks: readonly RuleCheck[];
  readonly nested: LibraryRule | undefined;
}

function compileWhole(name: string, rules: PropertyRules, readCheck: ReadCheck): CheckObject {
  const { checks } = rules;
  const conditions = rules.conditions.map(readCondition);
  const checkNested = rules.nested && compileNestedCheck(rules.nested, readCheck);
  return (object, report) => {
    if (report.isFull) return;
    const value: unknown = (object as Record<string, unknown>)[name];
    if (report.isRefused(object, name) || !isDue(conditions, object, value)) return;
    checkRules(checks, value, object, report);
    checkNested?.(value, report);
  };
}

function checkRules(checks: readonly RuleCheck[], value: unknown, object: object, report: Report): void {
  for (const check of checks) {
    const verdict = check.quick?.(value);
    if (verdict === true) continue;
    if (verdict === false) check.refuse(value, object, report);
    else check.ask(value, object, report);
  }
}

type Condition = (object: object, value: unknown) => unknown;

function readCondition({ constraints }: LibraryRule): Condition {
  return (constraints as Condition[])[0] as Condition;
}

// All are called, as in the library.
function isDue(conditions: readonly Condition[], object: object, value: unknown): boolean {
  let due = true;
  for (const condition of conditions) if (!condition(object, value)) due = false;
  return due;
}

// By the names of `@IsOptional`, `@Optional` and `@Nullable`; a condition of the application has none.
const excusedBy = new Map<string | undefined, readonly unknown[]>([
  ['isOptional', [undefined, null]],
  [optional.name, [optional.excused]],
  [nullable.name, [nullable.excused]],
]);

function readExcused(conditions: readonly LibraryRule[]): readonly unknown[] | undefined {
  const excused = conditions.map(({ name }) => excusedBy.get(name));
  return excused.some((each) => each === undefined) ? undefined : excused.flatMap((each) => each ?? []);
}

function isOfType(type: string) {
  return (rule: LibraryRule): boolean => rule.type === type;
}

function readRepeated(rules: readonly LibraryRule[]): ReadonlySet<string> {
  const names = rules.flatMap((rule) => readConstraints(rule).map(({ name }) => name));
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
}
