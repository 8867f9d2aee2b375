import { type AbstractClass, isClass } from '../../metadata/class';
import type { LibraryRule } from '../library-metadata';
import { compileFaultMessage } from './describe-fault';
import { toPointer } from './pointer';
import type { Report } from './report';

/** Checks an object by the rules of its class. Pointers in the report start at the object. */
export type CheckObject = (object: object, report: Report) => void;

/** Checks the value of a field. Pointers in the report start at the object that has the field. */
export type CheckValue = (value: unknown, report: Report) => void;

/** Gives the check of a class. */
export type ReadCheck = (type: AbstractClass) => CheckObject;

/** Decides at boot how `@ValidateNested` checks a field: the object, or each object of a list. */
export function compileNestedCheck(rule: LibraryRule, readCheck: ReadCheck): CheckValue {
  // The library says so whatever the class: it takes the name of the class's own class.
  const targetName = 'Function';
  const describe = compileFaultMessage(rule, targetName);
  const { propertyName: property, target, constraints } = rule;
  const refuse = (value: unknown, step: string, report: Report): void => {
    const facts = { targetName, property, object: target as object, value, constraints: constraints as unknown[] };
    report.add(step, 'nestedValidation', describe(facts, undefined));
  };

  const check = (value: unknown, name: string | number, report: Report): void => {
    if (value === undefined) return;
    if (typeof value !== 'object' || value === null) {
      refuse(value, toPointer(name), report);
      return;
    }
    const { length, waiting } = report;
    const isList = Array.isArray(value) || value instanceof Set || value instanceof Map;
    if (isList) checkItems(value, check, report);
    else readCheckOf(value, readCheck)(value, report);
    if (report.length > length || report.waiting > waiting) report.extend(toPointer(name), length, waiting);
  };
  return (value, report) => {
    check(value, property, report);
  };
}

type CheckNamed = (value: unknown, name: string | number, report: Report) => void;

function checkItems(items: Iterable<unknown> | ReadonlyMap<unknown, unknown>, check: CheckNamed, report: Report): void {
  if (items instanceof Map) {
    for (const [name, item] of items) check(item, String(name), report);
    return;
  }
  let index = 0;
  for (const item of items as Iterable<unknown>) {
    if (report.isFull) return;
    check(item, index++, report);
  }
}

// By the class that the value has: of a polymorphic field it is known only now.
function readCheckOf(value: object, readCheck: ReadCheck): CheckObject {
  const { constructor } = value as { readonly constructor: unknown };
  return readCheck(isClass(constructor) ? constructor : Object);
}
