import { TextMismatch } from '../binding/convert-text';
import { isForeignText } from './framework-rules';
import type { SettingField } from './setting-fields';
import type { FindVariable, Variable } from './variables';

/** What the sources say about one field. */
export interface SettingReading {
  readonly field: SettingField;
  /** `undefined` when the default counts. */
  readonly variable: Variable | undefined;
  /** The variable is set, to nothing. */
  readonly isEmpty: boolean;
  /** The converted text, or a `TextMismatch`. */
  readonly value: unknown;
}

/** Looks a field's variable up and converts its text. */
export function readSetting(field: SettingField, find: FindVariable): SettingReading {
  const found = find(field.variable);
  const isEmpty = found?.text === '';
  const variable = found && !isEmpty && !isForeignText(field.name, found.text) ? found : undefined;

  return { field, variable, isEmpty, value: variable && field.read?.(variable.text) };
}

/** Tells whether the variable gave a value that can be assigned. */
export function hasValue({ variable, value, field }: SettingReading): boolean {
  return variable !== undefined && field.read !== undefined && !(value instanceof TextMismatch);
}
