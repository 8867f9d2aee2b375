import * as rules from 'class-validator';

import type { Schema } from '../../src/openapi/index';
import { describeInput } from './describe-classes';

describe('the schema of a field', () => {
  // As TypeScript compiles an enum of numbers.
  const sizes = { small: 1, large: 2, 1: 'small', 2: 'large' };

  class Ruled {
    @rules.IsInt() @rules.Min(1) @rules.Max(9) int!: number;
    @rules.IsNumber({ maxDecimalPlaces: 0 }) whole!: number;
    @rules.IsPositive() positive!: number;
    @rules.IsDivisibleBy(5) five!: number;
    @rules.Length(2, 4) length!: string;
    @rules.MinLength(1) @rules.MaxLength(8) sized!: string;
    @rules.IsNotEmpty() @rules.IsString() filled!: string;
    @rules.Matches(/^a/) @rules.Matches(/z$/u) matched!: string;
    @rules.Matches(/^a/i) matchedWithFlags!: string;
    @rules.IsEmail() email!: string;
    @rules.IsUrl() url!: string;
    @rules.IsUUID() uuid!: string;
    @rules.IsIP(4) ip!: string;
    @rules.IsDateString() day!: string;
    @rules.IsDate() date!: Date;
    @rules.IsEnum(sizes) size!: number;
    @rules.IsIn(['a', 'b']) choice!: string;
    @rules.IsIn([1, 'b']) mixed!: unknown;
    @rules.Equals('x') same!: string;
    @rules.Contains('a.b') containing!: string;
    @rules.IsBoolean() flag!: boolean;
    @rules.IsObject() any!: object;
    @rules.IsString({ each: true }) @rules.ArrayMinSize(1) @rules.ArrayMaxSize(3) @rules.ArrayUnique() list!: string[];
  }

  it.each<[keyof Ruled, Schema]>([
    ['int', { type: 'integer', minimum: 1, maximum: 9 }],
    ['whole', { type: 'integer' }],
    ['positive', { type: 'number', exclusiveMinimum: 0 }],
    ['five', { type: 'number', multipleOf: 5 }],
    ['length', { type: 'string', minLength: 2, maxLength: 4 }],
    ['sized', { type: 'string', minLength: 1, maxLength: 8 }],
    ['filled', { type: 'string', minLength: 1 }],
    ['matched', { type: 'string', pattern: 'z$', allOf: [{ pattern: '^a' }] }],
    ['matchedWithFlags', { type: 'string' }],
    ['email', { type: 'string', format: 'email' }],
    ['url', { type: 'string', format: 'uri' }],
    ['uuid', { type: 'string', format: 'uuid' }],
    ['ip', { type: 'string', format: 'ipv4' }],
    ['day', { type: 'string', format: 'date-time' }],
    ['date', { type: 'string', format: 'date-time' }],
    ['size', { type: 'number', enum: [1, 2] }],
    ['choice', { type: 'string', enum: ['a', 'b'] }],
    ['mixed', { enum: [1, 'b'] }],
    ['same', { type: 'string', const: 'x' }],
    ['containing', { type: 'string', pattern: 'a\\.b' }],
    ['flag', { type: 'boolean' }],
    ['any', { type: 'object' }],
    ['list', { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 3, uniqueItems: true }],
  ])('says of %s what its rules say', (name, schema) => {
    expect(describeInput(Ruled)['Ruled']?.properties?.[name]).toEqual(schema);
  });
});
