import { converter, type ConverterOptions } from '../../src/routing/converters';
import { readConverterProblems } from '../../src/routing/converter-problems';

const text = { parse: (value: string) => value, format: String };

function read(name: string, pattern: ConverterOptions<string>['pattern']) {
  return readConverterProblems([converter(name, { ...text, pattern })], 'NotesModule');
}

describe('readConverterProblems', () => {
  it.each([/[12]\d{3}/, '[a-z]+(?:-[a-z]+)', /\p{L}+/u, /a/i, /(?<year>\d+)-\k<year>/])(
    'finds nothing in %p',
    (pattern) => {
      expect(read('year', pattern)).toEqual([]);
    },
  );

  it('finds a pattern that is no regular expression', () => {
    expect(read('year', '(')).toEqual([
      {
        code: 'Q104',
        problem: 'The converter "year" of NotesModule has the pattern "(", which is no regular expression.',
        fix: 'Mend the pattern of converter("year", …).',
      },
    ]);
  });

  it('finds a pattern that is one only between anchors', () => {
    expect(read('year', 'a)(b').map(({ code }) => code)).toEqual(['Q104']);
  });

  it.each(['g', 'y', 'm'])('refuses the flag %s', (flag) => {
    expect(read('year', new RegExp('a', flag))).toEqual([
      {
        code: 'Q104',
        problem: `The converter "year" of NotesModule has a pattern with the flag "${flag}", but it must match the whole value each time.`,
        fix: `Remove the flag "${flag}" from the pattern of converter("year", …).`,
      },
    ]);
  });

  it('refuses a pattern that can take exponential time', () => {
    expect(read('year', '(a+)+b')).toEqual([
      {
        code: 'Q106',
        problem: 'The converter "year" of NotesModule has the pattern "(a+)+b", which can take exponential time.',
        fix: 'Write it without a repetition inside a repetition, and check the rest in parse.',
      },
    ]);
  });

  it('looks also at a converter that was not made by converter', () => {
    const literal = { ...text, name: 'year', pattern: /(a+)+/g };

    expect(readConverterProblems([literal as never], 'NotesModule').map(({ code }) => code)).toEqual(['Q104', 'Q106']);
  });

  it.each(['', 'a-b', '7a', 'a:b'])('refuses the name %j', (name) => {
    expect(read(name, 'a')).toEqual([
      {
        code: 'Q104',
        problem: `NotesModule has a converter whose name is "${name}", which cannot be written in a pattern.`,
        fix: 'Give it a name of letters, digits and _, such as converter("year", …).',
      },
    ]);
  });

  it('refuses the name of a built-in converter', () => {
    expect(read('int', 'a')).toEqual([
      {
        code: 'Q105',
        problem: 'NotesModule has a converter "int", which is the name of a built-in one.',
        fix: 'Give the converter of NotesModule another name.',
      },
    ]);
  });

  it('refuses one name for two converters', () => {
    const year = converter('year', { ...text, pattern: 'a' }) as never;

    expect(readConverterProblems([year, year], 'NotesModule')).toEqual([
      {
        code: 'Q105',
        problem: 'NotesModule has a converter "year", which is the name of another one.',
        fix: 'Give the converter of NotesModule another name.',
      },
    ]);
  });
});
