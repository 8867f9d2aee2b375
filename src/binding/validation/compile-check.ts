import type { AbstractClass } from '../../metadata/class';
import { type LibraryRule, readRules } from '../library-metadata';
import { readConstraints } from './constraints';
import { type CheckObject, compileNestedCheck, type ReadCheck } from './nested-check';
import type { Report } from './report';
import { compileRule, type RuleCheck } from './rule-check';

/** The checks of all classes that an input reaches, each compiled once. */
export class Checks {
  readonly #checks = new WeakMap<object, CheckObject>();

  constructor(private readonly groups: readonly string[]) {}

  /** The check of a class: as class-validator does, by the rules of the groups. */
  of(type: AbstractClass): CheckObject {
    const known = this.#checks.get(type);
    if (known) return known;

    // A class may reach itself, before its own check is there.
    let compiled: CheckObject | undefined = undefined;
    this.#checks.set(type, (object, report) => compiled?.(object, report));
    compiled = compileCheck(type, this.groups, (each) => this.of(each));
    this.#checks.set(type, compiled);
    return compiled;
  }
}

function compileCheck(type: AbstractClass, groups: readonly string[], readCheck: ReadCheck): CheckObject {
  const rules = readRules(type, groups);
  if (rules.length === 0) return refuseUnknown;

  const properties = groupByProperty(rules).flatMap((each) => compileProperty(type, each, readCheck) ?? []);
  return (object, report) => {
    const outer = report.start;
    report.start = report.length;
    for (const check of properties) {
      if (report.isFull) break;
      check(object, report);
    }
    report.start = outer;
  };
}

// As class-validator does: a value that no rule knows must not pass.
function refuseUnknown(_object: object, report: Report): void {
  report.add('', 'unknownValue', 'an unknown value was passed to the validate function');
}

// An object, as in the library: names that are whole numbers come first.
function groupByProperty(rules: readonly LibraryRule[]): LibraryRule[][] {
  const grouped: Record<string, LibraryRule[]> = {};
  for (const rule of rules) (grouped[rule.propertyName] ??= []).push(rule);
  return Object.values(grouped);
}

function compileProperty(
  type: AbstractClass,
  rules: readonly LibraryRule[],
  readCheck: ReadCheck,
): CheckObject | undefined {
  const name = (rules[0] as LibraryRule).propertyName;
  const conditions = rules.filter((rule) => rule.type === 'conditionalValidation').map(readCondition);
  const custom = [...rules.filter(isOfType('isDefined')), ...rules.filter(isOfType('customValidation'))];
  const place = { targetName: type.name, repeated: readRepeated(custom) };
  const ruleChecks = custom.flatMap((rule) => compileRule(rule, place));
  // Several say the same, and the last one's message counts.
  const nested = rules.filter(isOfType('nestedValidation')).at(-1);
  const checkNested = nested && compileNestedCheck(nested, readCheck);
  if (ruleChecks.length === 0 && !checkNested) return undefined;

  return (object, report) => {
    const value: unknown = (object as Record<string, unknown>)[name];
    if (report.isRefused(object, name) || !isDue(conditions, object, value)) return;
    checkRules(ruleChecks, value, object, report);
    checkNested?.(value, report);
  };
}

function checkRules(checks: readonly RuleCheck[], value: unknown, object: object, report: Report): void {
  for (const check of checks) {
    const verdict = check.quick(value);
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

function isOfType(type: string) {
  return (rule: LibraryRule): boolean => rule.type === type;
}

function readRepeated(rules: readonly LibraryRule[]): ReadonlySet<string> {
  const names = rules.flatMap((rule) => readConstraints(rule).map(({ name }) => name));
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
}
