/* eslint-disable no-restricted-syntax, @typescript-eslint/naming-convention -- users write enums */
import { compileTextConverter, TextMismatch } from '../../src/binding/convert-text';

enum Level {
  Low = 'low',
  High = 'high',
}

enum Priority {
  Minor = -1,
  Normal,
  Major,
}

function convert(type: unknown, text: string | string[]): unknown {
  return compileTextConverter(type)?.(text);
}

describe('text', () => {
  it.each<[string, unknown, string | string[], unknown]>([
    ['text', String, 'a b', 'a b'],
    ['empty text', String, '', ''],
    ['an integer', Number, '42', 42],
    ['a negative integer', Number, '-7', -7],
    ['an integer with zeros in front', Number, '007', 7],
    ['the largest safe integer', Number, '9007199254740991', 9007199254740991],
    ['a number of 15 digits', Number, '999999999999999', 999_999_999_999_999],
    ['the largest safe number', Number, '9007199254740991', Number.MAX_SAFE_INTEGER],
    ['a number behind many zeros', Number, '00000000000000000042', 42],
    ['a fraction', Number, '1.50', 1.5],
    ['an exponent', Number, '1e+21', 1e21],
    ['true', Boolean, 'true', true],
    ['1', Boolean, '1', true],
    ['false', Boolean, 'false', false],
    ['0', Boolean, '0', false],
    ['a bigint', BigInt, '-9007199254740993', -9007199254740993n],
    ['a day', Date, '2024-02-29', new Date('2024-02-29T00:00:00.000Z')],
    ['a time', Date, '2024-05-31T12:00:00.5Z', new Date('2024-05-31T12:00:00.500Z')],
    ['a time with an offset', Date, '2024-05-31T12:00+02:00', new Date('2024-05-31T10:00:00.000Z')],
    ['a value of an enum', Level, 'high', 'high'],
    ['a value of an enum of numbers', Priority, '0', 0],
    ['a negative value of an enum', Priority, '-1', -1],
    ['several texts', [Number], ['1', '2'], [1, 2]],
    ['one text as a list of one', [Number], '1', [1]],
    ['no text as an empty list', [Boolean], [], []],
    ['a list of enum values', [Level], ['low', 'high'], ['low', 'high']],
  ])('becomes a value: %s', (_, type, text, value) => {
    expect(convert(type, text)).toEqual(value);
  });

  it.each<[unknown, string | string[], string]>([
    [Number, '', 'a number'],
    [Number, ' 1', 'a number'],
    [Number, '0x10', 'a number'],
    [Number, '1,5', 'a number'],
    [Number, '.5', 'a number'],
    [Number, 'NaN', 'a number'],
    [Number, 'Infinity', 'a number'],
    [Number, '9007199254740992', 'a number from -9007199254740991 to 9007199254740991'],
    [Number, '9007199254740993', 'a number from -9007199254740991 to 9007199254740991'],
    [Number, '99999999999999999999', 'a number from -9007199254740991 to 9007199254740991'],
    [Number, '12a', 'a number'],
    [Number, '1e999', 'a number from -9007199254740991 to 9007199254740991'],
    [Number, ['1', '2'], 'a single value'],
    [Boolean, 'yes', 'true or false, or 1 or 0'],
    [Boolean, 'TRUE', 'true or false, or 1 or 0'],
    [Boolean, '', 'true or false, or 1 or 0'],
    [BigInt, '', 'a whole number'],
    [BigInt, '1.5', 'a whole number'],
    [BigInt, '0x10', 'a whole number'],
    [Date, '2024-02-30', 'a date such as 2024-05-31, or a time such as 2024-05-31T12:00:00Z'],
    [Date, '2024-13-01', 'a date such as 2024-05-31, or a time such as 2024-05-31T12:00:00Z'],
    [Date, '2024-05-31T12:00:00', 'a date such as 2024-05-31, or a time such as 2024-05-31T12:00:00Z'],
    [Date, '2024-05-31T25:00:00Z', 'a date such as 2024-05-31, or a time such as 2024-05-31T12:00:00Z'],
    [Date, '1717156800', 'a date such as 2024-05-31, or a time such as 2024-05-31T12:00:00Z'],
    [Level, 'Low', 'one of low, high'],
    [Priority, 'Normal', 'one of -1, 0, 1'],
    [[Number], ['1', 'x'], 'a list, and each of it a number'],
  ])('is refused as %p: %p must be %s', (type, text, expected) => {
    expect(convert(type, text)).toEqual(new TextMismatch(expected));
  });

  it.each([
    ['undefined', undefined],
    ['Object', Object],
    ['a class', class Money {}],
    ['a list of unknown items', [undefined]],
    ['a list of lists', [[Number]]],
    ['a list of two types', [Number, String]],
    ['an object that is no enum', { deep: {} }],
    ['an empty object', {}],
  ])('cannot become %s', (_, type) => {
    expect(compileTextConverter(type)).toBeUndefined();
  });
});
