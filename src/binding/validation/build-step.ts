import { type InputField, isPolymorphic, readNestedType } from './input-field';
import type { InputOptions } from './input-options';
import { toPointer } from './pointer';
import { compileReadField } from './read-field';
import { compileNestedBuild } from './read-nested-field';
import { type BuildObject, type FieldPlace, type ReadBuild, type ReadField, refused } from './reading';
import type { Report } from './report';

/** How one field of an object is built. */
export interface BuildStep {
  /** The key that the input has it under. */
  readonly key: string;
  /** The name of the field in the class. */
  readonly name: string;
  /** The property that is set. */
  readonly target: string;
  /** Its part of a JSON pointer. */
  readonly pointer: string;
  /** Tells that the value is looked through, and not kept. */
  readonly isSkipped: boolean;
  /** Tells that text, numbers, booleans and null, and lists of them, stay as they are. */
  readonly isKept: boolean;
  /** Builds the object of a field whose class is known. */
  readonly build: BuildObject | undefined;
  /** Reads any value. */
  readonly read: ReadField;
}

/** How the steps of a class are compiled. */
export interface StepOptions {
  /** Tells that a plain copy is built, for class-transformer. */
  readonly isPlain: boolean;
  readonly options: InputOptions;
  readonly readBuild: ReadBuild;
}

/** Decides at boot how a field is built. */
export function compileStep(input: InputField, { isPlain, options, readBuild }: StepOptions): BuildStep {
  const { field, key, plainKey, isSkipped } = input;
  const isNested = readNestedType(field) !== undefined || isPolymorphic(field);
  return {
    key,
    name: field.name,
    target: isPlain ? plainKey : field.name,
    pointer: toPointer(plainKey),
    // class-transformer leaves them out itself, and shows them to `@Transform` in `obj`.
    isSkipped: isSkipped && !isPlain,
    isKept: !options.isText && !isNested && field.type !== Date,
    build: compileNestedBuild(field, readBuild),
    read: compileReadField(field, options, readBuild),
  };
}

/** Puts any value into the object that is built, or remembers that it was refused. */
export function fill(step: BuildStep, raw: unknown, { built, place }: { built: object; place: FieldPlace }): void {
  const { length } = place.report;
  keep(step, step.read(raw, place), { built, report: place.report, length });
}

/** What a value was read into. */
export interface Keeping {
  readonly built: object;
  readonly report: Report;
  /** The number of issues before the value was read. */
  readonly length: number;
}

/** Puts what was read into the object that is built, or remembers that it was refused. */
export function keep({ name, target, pointer, isSkipped }: BuildStep, result: unknown, keeping: Keeping): void {
  const { built, report, length } = keeping;
  if (report.length > length) report.extend(pointer, length, report.waiting);
  if (result === refused) report.refuse(built, name);
  else if (!isSkipped) (built as Record<string, unknown>)[target] = result;
}
