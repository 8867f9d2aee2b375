/** Turns the text of a request or a variable into a value, or returns a `TextMismatch`. Never throws. */
export type ConvertText = (text: string | readonly string[]) => unknown;

/** What a text should have been and is not. It is returned in place of a value. */
export class TextMismatch {
  /** Completes the sentence "it must be …". */
  constructor(readonly expected: string) {}
}

/**
 * Decides how text becomes a value of `type`: `String`, `Number`, `Boolean`, `BigInt`, `Date`, an enum object, or one of
 * these in brackets, `[Number]`, for a list.
 *
 * The answer is `undefined` for a type that text cannot become.
 */
export function compileTextConverter(type: unknown): ConvertText | undefined {
  if (Array.isArray(type)) return compileListConverter(type);

  const convert = scalarConverters.get(type) ?? compileEnumConverter(type);
  return convert && ((text) => (typeof text === 'string' ? convert(text) : severalValues));
}

type ConvertScalar = (text: string) => unknown;

const severalValues = new TextMismatch('a single value');
const noNumber = new TextMismatch('a number');
const unsafeNumber = new TextMismatch('a number from -9007199254740991 to 9007199254740991');
const noInteger = new TextMismatch('a whole number');
const noBoolean = new TextMismatch('true or false, or 1 or 0');
const noDate = new TextMismatch('a date such as 2024-05-31, or a time such as 2024-05-31T12:00:00Z');

const scalarConverters = new Map<unknown, ConvertScalar>([
  [String, (text) => text],
  [Number, convertNumber],
  [Boolean, convertBoolean],
  [BigInt, (text) => (/^-?\d+$/.test(text) ? BigInt(text) : noInteger)],
  [Date, convertDate],
]);

function convertNumber(text: string): number | TextMismatch {
  if (isShortWhole(text)) return Number(text);
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return noNumber;
  const value = Number(text);
  // Beyond the safe range digits would change silently. With a fraction or an exponent nobody expects them to stay.
  const isExact = Number.isSafeInteger(value) || !/^-?\d+$/.test(text);
  return isExact && Number.isFinite(value) ? value : unsafeNumber;
}

function convertBoolean(text: string): boolean | TextMismatch {
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : noBoolean;
}

// Most numbers of a URL are. Up to 15 digits are within the safe range.
function isShortWhole(text: string): boolean {
  const { length } = text;
  if (length === 0 || length > 15) return false;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

function convertDate(text: string): Date | TextMismatch {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text)) return noDate;
  const date = new Date(text);
  return isDay(text.slice(0, 10)) && !Number.isNaN(date.getTime()) ? date : noDate;
}

// JavaScript reads February 30th as March 1st.
function isDay(text: string): boolean {
  const day = new Date(text);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function compileEnumConverter(type: unknown): ConvertScalar | undefined {
  const values = readEnumValues(type);
  if (values.length === 0) return undefined;

  const valuesByText = new Map(values.map((value) => [String(value), value]));
  const mismatch = new TextMismatch(`one of ${[...valuesByText.keys()].join(', ')}`);
  return (text) => valuesByText.get(text) ?? mismatch;
}

function readEnumValues(type: unknown): (string | number)[] {
  if (typeof type !== 'object' || type === null) return [];
  // An enum of numbers is compiled to an object that also leads from each number back to its name.
  const values = Object.entries(type as Record<string, unknown>).flatMap(([key, value]) =>
    isNumeric(key) ? [] : value,
  );
  return values.every((value) => typeof value === 'string' || typeof value === 'number') ? values : [];
}

function isNumeric(key: string): boolean {
  return String(Number(key)) === key;
}

function compileListConverter(types: readonly unknown[]): ConvertText | undefined {
  const convert = types.length === 1 && !Array.isArray(types[0]) ? compileTextConverter(types[0]) : undefined;
  if (!convert) return undefined;

  return (text) => {
    const values = (typeof text === 'string' ? [text] : text).map(convert);
    const mismatch = values.find((value) => value instanceof TextMismatch);
    return mismatch ? new TextMismatch(`a list, and each of it ${mismatch.expected}`) : values;
  };
}
