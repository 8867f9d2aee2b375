import type { Class } from '../../metadata/class';
import { addCondition, optional } from '../conditions';
import { type LibraryRule, loadClassValidator, readRules } from '../library-metadata';

/** The fields that have a rule of class-validator, in order of declaration. */
export function readRuleFields(type: Class): string[] {
  return [...new Set(readRules(type).map(({ propertyName }) => propertyName))];
}

/** Gives a class the rules that the fields have in another, with their groups, messages and conditions. */
export function copyRules(source: Class, variant: Class, fields: readonly string[]): void {
  const storage = loadClassValidator()?.getMetadataStorage();
  for (const rule of readRules(source)) {
    if (fields.includes(rule.propertyName)) storage?.addValidationMetadata(copyRule(rule, variant));
  }
}

/** Lets every field with a rule be absent. */
export function makeOptional(variant: Class): void {
  for (const field of readRuleFields(variant)) addCondition(variant, field, optional, {});
}

function copyRule(rule: LibraryRule, target: Class): LibraryRule {
  return Object.assign(Object.create(Object.getPrototypeOf(rule) as object) as LibraryRule, rule, { target });
}
