import { TextMismatch } from '../binding/convert-text';
import type { Problem } from '../errors/configuration-error';
import {
  ignoredSettingDecorator,
  invalidDefault,
  invalidSetting,
  missingSetting,
  unknownSettingType,
} from '../errors/settings-problems';
import { describeToken } from '../metadata/token';
import { describeReceived, hidePasswords } from './describe-received';
import { findBrokenFrameworkRule } from './framework-rules';
import type { SettingField } from './setting-fields';
import type { SettingReading } from './setting-reading';
import type { Settings } from './settings';
import type { Reasons } from './validate-settings';

/** What is wrong with one field, once all fields have their values. */
export function findSettingProblems(reading: SettingReading, settings: Settings, brokenRules: Reasons): Problem[] {
  const { field, variable, isEmpty } = reading;
  const value: unknown = Reflect.get(settings, field.name);
  if (field.ignored.length > 0) return field.ignored.map((each) => ignoredSettingDecorator(field.setting, each));
  if (!field.read) return [unknownSettingType(field, describeType(field.type))];
  if (!variable && value === undefined) return isRequired(field, settings) ? [missingSetting(field, isEmpty)] : [];

  const reasons = findReasons(reading, value, brokenRules);
  if (reasons.length === 0) return [];
  if (variable) return [invalidSetting(field, variable.source, describe(field, variable.text), reasons)];
  return [invalidDefault(field, describe(field, value), reasons)];
}

function findReasons({ field, value: received }: SettingReading, value: unknown, brokenRules: Reasons): string[] {
  if (received instanceof TextMismatch) return [`it must be ${received.expected}`];

  const broken = findBrokenFrameworkRule(field.name, value);
  return [...(broken ? [broken] : []), ...(brokenRules.get(field.name) ?? []).map(hidePasswords)];
}

// `@IsOptional` is a condition, as `@ValidateIf` is: when it does not hold, the field may be absent.
function isRequired({ name, rules }: SettingField, settings: Settings): boolean {
  return rules
    .filter((rule) => rule.type === 'conditionalValidation')
    .every((rule) => (rule.constraints[0] as Condition)(settings, Reflect.get(settings, name)));
}

type Condition = (settings: Settings, value: unknown) => boolean;

function describe(field: SettingField, value: unknown): string {
  return field.isSecret ? '***' : describeReceived(value);
}

function describeType(type: unknown): string | undefined {
  if (Array.isArray(type)) return `a list of ${describeType(type[0]) ?? 'unknown items'}`;
  if (type === undefined) return undefined;
  return typeof type === 'function' ? describeToken(type) : 'an object that is no enum';
}
