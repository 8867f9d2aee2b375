import { expectTypeOf } from 'expect-type';

import type { Converter } from '../../src/metadata/converter';
import { builtInConverters, converter, pathConverter, wildcardConverter } from '../../src/routing/converters';

function read(name: string, text: string): unknown {
  const { pattern, parse } = builtInConverters.get(name) as Converter;
  return pattern.test(text) ? parse(text) : undefined;
}

describe('the built-in converters', () => {
  it('are int, str, slug, uuid and path', () => {
    expect([...builtInConverters.keys()]).toEqual(['int', 'str', 'slug', 'uuid', 'path']);
  });

  it('reads decimal digits as an int', () => {
    expect(read('int', '42')).toBe(42);
    expect(read('int', '007')).toBe(7);
    expect(read('int', '9007199254740991')).toBe(Number.MAX_SAFE_INTEGER);
  });

  it.each(['', '-1', '+1', '1.0', '1e3', '0x1', ' 1', '1\n', '٣'])('takes %j for no int', (text) => {
    expect(read('int', text)).toBeUndefined();
  });

  it('refuses an int beyond the safe range', () => {
    expect(() => read('int', '9007199254740992')).toThrow(new RangeError('9007199254740992 is not a safe integer.'));
  });

  it('reads any text as str', () => {
    expect(read('str', 'a/b\n ü')).toBe('a/b\n ü');
    expect(read('str', '')).toBeUndefined();
  });

  it('reads letters, digits, - and _ as a slug', () => {
    expect(read('slug', 'My-post_7')).toBe('My-post_7');
    expect(read('slug', 'a.b')).toBeUndefined();
    expect(read('slug', 'é')).toBeUndefined();
  });

  it('reads a uuid in lower case', () => {
    expect(read('uuid', '7D444840-9DC0-11D1-B245-5FFDCE74FAD2')).toBe('7d444840-9dc0-11d1-b245-5ffdce74fad2');
    expect(read('uuid', '7d4448409dc011d1b2455ffdce74fad2')).toBeUndefined();
  });

  it('reads a path with slashes, but no empty one', () => {
    expect(read('path', 'a/b/')).toBe('a/b/');
    expect(read('path', '')).toBeUndefined();
    expect(wildcardConverter.pattern.test('')).toBe(true);
  });

  it('writes text, numbers and booleans, and nothing else', () => {
    expect([7, 7n, true, 'a'].map((value) => pathConverter.format(value))).toEqual(['7', '7', 'true', 'a']);
    expect(() => pathConverter.format({})).toThrow(
      new TypeError('Only text, numbers and booleans can be written in a URL.'),
    );
  });
});

describe('converter', () => {
  it('anchors the pattern, whether it is an expression or its source', () => {
    const options = { parse: Number, format: String };

    for (const pattern of [/\d{4}|x/, '\\d{4}|x', '^(?:\\d{4}|x)$']) {
      const year = converter('year', { ...options, pattern });
      expect(['2024', 'x', 'x2024', '20245', '2024x'].filter((text) => year.pattern.test(text))).toEqual(['2024', 'x']);
    }
  });

  it('keeps the flags of the pattern', () => {
    expect(converter('hex', { pattern: /[a-f]+/i, parse: String, format: String }).pattern.test('AF')).toBe(true);
  });

  it('matches nothing when the pattern is no regular expression', () => {
    expect(converter('odd', { pattern: '(', parse: String, format: String }).pattern.test('(')).toBe(false);
  });

  it('gives format what parse returns', () => {
    const day = converter('day', {
      pattern: /\d{4}-\d\d-\d\d/,
      parse: (text) => new Date(text),
      format: (date) => date.toISOString().slice(0, 10),
    });

    expectTypeOf(day).toExtend<Converter<Date>>();
    expect(day.format(day.parse('2024-02-29'))).toBe('2024-02-29');

    // @ts-expect-error parse gives a number, format wants text
    converter('bad', { pattern: /x/, parse: Number, format: (value: string) => value });
  });
});
