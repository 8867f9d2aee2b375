import type { Class } from '../../metadata/class';
import { Builders } from './builders';
import { Checks } from './compile-check';
import { assertLength } from './free-value';
import type { InputOptions, ReadInput } from './input-options';
import type { CheckObject } from './nested-check';
import { toPointer } from './pointer';
import { type BuildObject, refused } from './reading';
import { Report } from './report';

/**
 * Compiles the rules of a DTO into one function that builds the instance, then checks it, rule by rule in the order of
 * class-validator. In brackets, `[Item]`, the input is a list.
 */
export function compileInput(type: Class | readonly [Class], options: InputOptions): ReadInput {
  const isList = Array.isArray(type);
  const item = (isList ? type[0] : type) as Class;
  const parts = {
    build: new Builders(options).of(item),
    check: new Checks(options.groups ?? []).of(item),
  };
  const read = isList ? readList : readObject;

  return (value, call) => {
    const report = new Report(call, options);
    const { length } = report;
    try {
      const built = read(value, parts, report);
      if (report.waiting === 0) return report.hasFaults ? undefined : built;
      return report.settle(length).then(() => (report.hasFaults ? undefined : built));
    } catch (error) {
      report.abandon();
      throw error;
    }
  };
}

interface InputParts {
  readonly build: BuildObject;
  readonly check: CheckObject;
}

function readObject(value: unknown, { build, check }: InputParts, report: Report, depth = 1): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    report.add('', 'isObject', `${report.source} must be an object`);
    return undefined;
  }
  const built = build(value, report, depth);
  if (built !== refused) check(built, report);
  return built;
}

function readList(value: unknown, parts: InputParts, report: Report): unknown {
  if (!Array.isArray(value)) {
    report.add('', 'isArray', `${report.source} must be an array`);
    return undefined;
  }
  if (!assertLength(value, report)) return undefined;
  const built: unknown[] = [];
  for (const [index, item] of value.entries()) {
    const { length, waiting } = report;
    built.push(readObject(item, parts, report, 2));
    if (report.length > length || report.waiting > waiting) report.extend(toPointer(index), length, waiting);
    if (report.isFull) break;
  }
  return built;
}
