import type { AbstractClass } from '../../metadata/class';
import { type LibraryRule, readRules } from '../library-metadata';
import { generateCheck } from './generate-check';
import type { CheckObject, ReadCheck } from './nested-check';
import { compileProperty } from './property-check';
import type { Report } from './report';

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
  const check = generateCheck(properties);
  return properties.some(({ isRepeated }) => isRepeated) ? withStart(check) : check;
}

// Of rules that stand there more than once the issues of this object are looked through.
function withStart(check: CheckObject): CheckObject {
  return (object, report) => {
    const outer = report.start;
    report.start = report.length;
    check(object, report);
    report.start = outer;
  };
}

// As class-validator does: a value that no rule knows must not pass.
function refuseUnknown(_object: object, report: Report): void {
  report.add('', 'unknownValue', 'an unknown value was passed to the validate function');
}

// An object, as in the library: names that are whole numbers come first.
function groupByProperty(rules: readonly LibraryRule[]): LibraryRule[][] {
  const grouped = Object.create(null) as Record<string, LibraryRule[]>;
  for (const rule of rules) (grouped[rule.propertyName] ??= []).push(rule);
  return Object.values(grouped);
}
