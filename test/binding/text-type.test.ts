/* eslint-disable no-restricted-syntax, @typescript-eslint/naming-convention -- users write enums */
import { isTelling, readTextType, type TextTypeSources } from '../../src/binding/text-type';

enum Level {
  Low = 'low',
}

describe('the type of a text', () => {
  it.each<[string, TextTypeSources, unknown]>([
    ['the given type first', { given: Number, declared: Date, emitted: String }, Number],
    ['then what @Type returns', { declared: Date, emitted: String, rules: [{ name: 'isInt' }] }, Date],
    ['then the emitted type', { emitted: String, rules: [{ name: 'isInt' }] }, String],
    ['then the rules', { emitted: Object, rules: [{ name: 'isOptional' }, { name: 'isInt' }] }, Number],
    ['a boolean by its rule', { rules: [{ name: 'isBoolean' }] }, Boolean],
    ['a date by its rule', { rules: [{ name: 'minDate' }] }, Date],
    ['text by its rule', { rules: [{ name: 'isUrl' }] }, String],
    ['an enum by its rule', { rules: [{ name: 'isEnum', constraints: [Level, ['low']] }] }, Level],
    ['the values of @IsIn', { rules: [{ name: 'isIn', constraints: [[1, 2]] }] }, Number],
    [
      'nothing when nothing tells it',
      { emitted: Object, rules: [{ name: undefined }, { name: 'isDefined' }] },
      undefined,
    ],
    ['a given list', { given: [Number], emitted: Array }, [Number]],
    ['a given item of an emitted list', { given: Number, emitted: Array }, [Number]],
    ['a declared item of an emitted list', { declared: Number, emitted: Array }, [Number]],
    ['a ruled item of an emitted list', { emitted: Array, rules: [{ name: 'isInt', each: true }] }, [Number]],
    ['a list by each', { rules: [{ name: 'isInt', each: true }] }, [Number]],
    ['a list by a rule of lists', { rules: [{ name: 'arrayMinSize' }, { name: 'isString', each: true }] }, [String]],
    ['no list of unknown items', { emitted: Array }, undefined],
    ['no list by each when a scalar is emitted', { emitted: String, rules: [{ name: 'isInt', each: true }] }, String],
  ])('is %s', (_, sources, type) => {
    expect(readTextType(sources)).toEqual(type);
  });

  it.each([Object, Function, Array, undefined, null])('is not told by an emitted %p', (emitted) => {
    expect(isTelling(emitted)).toBe(false);
  });
});
