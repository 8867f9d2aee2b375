import { compileTextConverter, type ConvertText } from '../binding/convert-text';
import { Secret } from './secret';

/** Turns the text of a variable into the value of a setting, or returns a `TextMismatch`. */
export type ReadSetting = (text: string) => unknown;

/** Decides how the text of a variable becomes a value of `type`, or answers `undefined` when it cannot. */
export function compileSettingConverter(type: unknown): ReadSetting | undefined {
  if (type === Secret) return (text) => new Secret(text);
  if (isSecretType(type)) return (text) => splitList(text).map((item) => new Secret(item));

  const convert = compileTextConverter(type);
  return convert && Array.isArray(type) ? withList(convert) : convert;
}

/** Tells whether a value of this type is a secret, or a list of them. */
export function isSecretType(type: unknown): boolean {
  return type === Secret || (Array.isArray(type) && type[0] === Secret);
}

function withList(convert: ConvertText): ReadSetting {
  return (text) => convert(splitList(text));
}

// Empty items are left out: a comma at the end is no item, and a comma alone is the empty list.
function splitList(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
