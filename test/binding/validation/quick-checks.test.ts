import * as rules from 'class-validator';
import { Allow, getMetadataStorage, IsInt, IsString, Min } from 'class-validator';
import type { ValidatorConstraintInterface } from 'class-validator';

import { Nullable, Optional } from '../../../src/index';
import type { Class } from '../../../src/metadata/class';
import { compileReader, readInput } from './read-input';

describe('a rule', () => {
  it.each<[string, PropertyDecorator, unknown, unknown]>([
    ['isString', rules.IsString(), 'a', 5],
    ['isBoolean', rules.IsBoolean(), true, 'true'],
    ['isInt', rules.IsInt(), 3, 1.5],
    ['isNumber', rules.IsNumber(), 1.5, '1'],
    ['isPositive', rules.IsPositive(), 1, 0],
    ['isNegative', rules.IsNegative(), -1, 0],
    ['isArray', rules.IsArray(), [1], 'a'],
    ['isObject', rules.IsObject(), { a: 1 }, 5],
    ['isDefined', rules.IsDefined(), 0, null],
    ['isNotEmpty', rules.IsNotEmpty(), 'a', ''],
    ['min', rules.Min(2), 2, 1],
    ['max', rules.Max(2), 2, 3],
    ['minLength', rules.MinLength(2), 'abcdef', 'a'],
    ['maxLength', rules.MaxLength(2), 'ab', 'abcd\u0001'],
    ['isLength', rules.Length(2, 8), 'abcdef', 'a'],
    ['arrayMinSize', rules.ArrayMinSize(1), [1], []],
    ['arrayMaxSize', rules.ArrayMaxSize(1), [1], [1, 2]],
    ['arrayNotEmpty', rules.ArrayNotEmpty(), [1], []],
    ['isIn', rules.IsIn(['a', 'b']), 'b', 'c'],
    ['isEnum', rules.IsEnum({ Low: 'low' }), 'low', 'high'],
    ['equals', rules.Equals('a'), 'a', 'b'],
    ['matches', rules.Matches(/^a/), 'abc', 'b'],
    ['isEmail', rules.IsEmail(), 'ada@example.com', 'ada'],
    ['isString', rules.IsString({ each: true }), ['a', 'b'], ['a', 5]],
  ])('%s is checked without asking class-validator', (rule, decorate, right, wrong) => {
    class Made {
      [name: string]: unknown;
    }
    decorate(Made.prototype, 'field');
    Allow()(Made.prototype, 'field');
    const read = compileReader(Made);
    const asked = watchValidators(Made);

    expect(read({ field: right }).issues).toEqual([]);
    expect(read({ field: wrong }).issues).toMatchObject([{ pointer: '/field', rule }]);
    expect(asked).not.toHaveBeenCalled();
  });

  it('is asked of class-validator where no quick check can tell', () => {
    class Made {
      @rules.IsEmail() email!: string;
    }
    const read = compileReader(Made);
    const asked = watchValidators(Made);

    expect(read({ email: 'ädä@example.com' }).issues).toEqual([]);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('is not asked about what @Optional() and @Nullable() excuse', () => {
    class Made {
      @Optional() @IsInt() @Min(1) count?: number;
      @Nullable() @IsString() note!: string | null;
    }
    const readRules = (value: object) => readInput(Made, value).issues.map(({ pointer, rule }) => `${pointer} ${rule}`);

    expect(readRules({ note: null })).toEqual([]);
    expect(readRules({ count: 1, note: 'a' })).toEqual([]);
    expect(readRules({ count: null })).toEqual([
      '/count isDefined',
      '/count min',
      '/count isInt',
      '/note isDefined',
      '/note isString',
    ]);
  });

  it('asks its own condition once', () => {
    const isDue = jest.fn(() => true);
    class Made {
      @rules.ValidateIf(isDue) @IsInt() count!: number;
    }

    expect(readInput(Made, { count: 'a' }).issues).toHaveLength(1);
    expect(isDue).toHaveBeenCalledTimes(1);
  });
});

// The validators that the compiled check would ask: instances of the same classes.
function watchValidators(type: Class): jest.Mock {
  const storage = getMetadataStorage();
  const asked = jest.fn();
  for (const { constraintCls } of storage.getTargetValidationMetadatas(type, '', false, false)) {
    for (const { target } of storage.getTargetValidatorConstraints(constraintCls)) {
      const prototype = target.prototype as ValidatorConstraintInterface;
      const validate = Reflect.get<ValidatorConstraintInterface, 'validate'>(prototype, 'validate');
      jest.spyOn(prototype, 'validate').mockImplementation(function (this: unknown, ...facts) {
        asked();
        return validate.apply(this, facts);
      });
    }
  }
  return asked;
}
