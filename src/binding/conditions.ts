import type * as ClassValidator from 'class-validator';
import type { AbstractClass } from '../metadata/class';
import type { LibraryRule } from './library-metadata';

/** When the rules of a field count. Anybody who reads class-validator's metadata finds the condition under its name. */
export interface Condition {
  readonly name: 'optional' | 'nullable';
  /** A value that the rules of the field are not asked about. */
  readonly excused: undefined | null;
}

/** For which groups a condition counts. */
export interface ConditionOptions {
  /** The groups of class-validator; all of them unless told. */
  readonly groups?: string[];
}

/** The field may be absent. */
export const optional: Condition = { name: 'optional', excused: undefined };

/** The field may be null. */
export const nullable: Condition = { name: 'nullable', excused: null };

/** Records a condition as class-validator records its own. */
export function addCondition(
  type: AbstractClass,
  field: string,
  condition: Condition,
  options: ConditionOptions,
): void {
  const rule: LibraryRule = {
    type: 'conditionalValidation',
    name: condition.name,
    target: type,
    propertyName: field,
    constraints: [(_object: object, value: unknown) => value !== condition.excused],
    each: false,
    // Without groups a condition counts for every one of them: its rules may be of any.
    ...(options.groups ? { groups: options.groups } : { groups: [], always: true }),
  } as unknown as LibraryRule;
  requireClassValidator().getMetadataStorage().addValidationMetadata(rule);
}

/** class-validator, for who is about to record a rule: it takes 0.1 s to load. */
export function requireClassValidator(): typeof ClassValidator {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import() here would be out of reach for Jest
  return require('class-validator') as typeof ClassValidator;
}
