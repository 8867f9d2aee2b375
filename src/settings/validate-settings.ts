import { types } from 'node:util';
import type { ValidationError } from 'class-validator';
import { type LibraryRule, loadClassValidator, readRules } from '../binding/library-metadata';
import type { Class } from '../metadata/class';
import { createPart } from './partial-settings';
import { Secret } from './secret';
import type { SettingField } from './setting-fields';
import type { Settings } from './settings';

/** Why values are refused, by the name of their field or getter. */
export type Reasons = Map<string, string[]>;

/**
 * Checks the values of settings against the rules of class-validator.
 *
 * A rule of a secret sees the text, so its message could show it: for secrets only the rule is named. All other rules see
 * the `Secret` itself.
 */
export async function findBrokenRules(settings: Settings, fields: readonly SettingField[]): Promise<Reasons> {
  const reasons: Reasons = new Map();
  const type = settings.constructor as Class<Settings>;
  const rules = readRules(type);
  const secrets = fields.filter(({ isSecret, rules }) => isSecret && rules.some(isCheck)).map(({ name }) => name);

  const isField = (name: string) => fields.some((field) => field.name === name);
  for (const error of await validateAllBut(secrets, settings, rules)) {
    const { property, constraints = {} } = error;
    // The value of a getter may be made of secrets.
    reasons.set(property, isField(property) ? Object.values(constraints) : describeBroken(error, rules));
  }
  for (const secret of secrets) {
    const broken = await findBrokenRulesOfSecret(secret, settings, rules);
    if (broken.length > 0) reasons.set(secret, broken);
  }
  return reasons;
}

// Conditions, such as `@IsOptional`, check nothing themselves.
function isCheck({ type }: LibraryRule): boolean {
  return type !== 'conditionalValidation';
}

async function findBrokenRulesOfSecret(name: string, settings: Settings, rules: readonly LibraryRule[]) {
  const others = new Set(rules.map((rule) => rule.propertyName).filter((each) => each !== name));
  try {
    const errors = await validateAllBut([...others], settings, rules, { [name]: reveal(Reflect.get(settings, name)) });
    return errors.flatMap((error) => describeBroken(error, rules));
  } catch (error) {
    // What a rule throws may hold the text, as the error of `new URL(text)` does.
    return [`a rule of it threw ${types.isNativeError(error) ? error.name : 'something'}`];
  }
}

async function validateAllBut(
  skipped: readonly string[],
  settings: Settings,
  rules: readonly LibraryRule[],
  revealed?: Record<string, unknown>,
): Promise<ValidationError[]> {
  const library = loadClassValidator();
  if (!library || rules.every((rule) => skipped.includes(rule.propertyName))) return [];

  const validated = skipped.length > 0 || revealed ? createPart(settings, skipped, revealed) : settings;
  return library.validate(validated, { forbidUnknownValues: false });
}

function reveal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reveal);
  return value instanceof Secret ? value.reveal() : value;
}

function describeBroken({ property, constraints = {} }: ValidationError, rules: readonly LibraryRule[]): string[] {
  return Object.keys(constraints).map((name) => {
    const rule = rules.find((each) => each.propertyName === property && each.name === name);
    return `it breaks the rule ${name}${describeArguments(rule?.constraints)}`;
  });
}

// Only what is short and says something: options are objects, which may be large.
function describeArguments(constraints: readonly unknown[] = []): string {
  const shown = constraints.filter(
    (each) => ['string', 'number', 'boolean'].includes(typeof each) || types.isRegExp(each),
  );
  return shown.length === 0
    ? ''
    : `(${shown.map((each) => (types.isRegExp(each) ? String(each) : JSON.stringify(each))).join(', ')})`;
}
