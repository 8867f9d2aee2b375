import { Exclude, Expose, Transform, Type } from 'class-transformer';
import {
  Allow,
  IsArray,
  IsDate,
  IsEmail,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import * as fc from 'fast-check';
import { BadRequestError } from '../../../src/http/http-errors';
import type { Class } from '../../../src/metadata/class';
import { compileReader, readInput } from './read-input';

class Address {
  @IsString() city!: string;
}

class Cat {
  @IsString() name!: string;
}

class Dog {
  @IsInt() age!: number;
}

class CreateUser {
  @Length(2, 50) name!: string;
  @IsOptional() @IsEmail() email?: string;
  @IsOptional() @IsArray() @IsInt({ each: true }) tags: number[] = [];
  @IsOptional() @IsDate() born?: Date;
  @IsOptional() @ValidateNested() address?: Address;
  @IsOptional() @ValidateNested() @Type(() => CreateUser) friends?: CreateUser[];
  @IsOptional() @Allow() free?: unknown;
}

class Owner {
  @IsOptional() @ValidateNested() friend?: Address;

  @ValidateNested()
  @Type(() => Object, {
    discriminator: {
      property: 'kind',
      subTypes: [
        { name: 'cat', value: Cat },
        { name: 'dog', value: Dog },
      ],
    },
  })
  pets!: (Cat | Dog)[];

  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.trim() : (value as unknown)))
  @IsString()
  note?: string;
}

const levels = { Low: 'low', High: 'high' };

// A field of each kind.
class Everything {
  @IsOptional() @IsEnum(levels) level?: string;
  @IsOptional() @IsDate({ each: true }) @Type(() => Date) at?: Date[];
  @IsOptional() @ValidateNested() @Type(() => Address) entries?: Map<string, Address>;
  @IsOptional() @ValidateNested() @Type(() => Address) cities?: Set<Address>;
  @IsOptional() @ValidateNested() @Type((options) => (isCat(options?.object) ? Cat : Dog)) one?: Cat | Dog;
  @IsOptional() @Expose({ name: 'some' }) @IsInt() count?: number;
  @IsOptional() @Exclude({ toClassOnly: true }) @IsString() secret?: string;
  @IsOptional() @IsUUID() id?: string;
  @IsOptional() @Matches(/^[a-z]+$/) name?: string;
  @IsOptional() @ValidateNested() @Type(() => Owner) friends?: Owner[];
  @ValidateIf((object: Everything) => object.level === 'low') @IsInt() age?: number;
  @IsOptional()
  @Transform(({ value }) => (Array.isArray(value) ? (value as unknown[])[0] : (value as unknown)))
  @IsString()
  toString!: () => string;
}

function isCat(value: unknown): boolean {
  return (value as Everything | undefined)?.level === 'low';
}

function nest(depth: number): unknown {
  let value: unknown = 1;
  for (let each = 0; each < depth; each++) value = each % 2 ? [value] : { a: value };
  return value;
}

describe('hostile JSON', () => {
  it.each([
    ['in the body', '{"name":"Ada","constructor":1}', 'constructor'],
    ['in a nested object', '{"name":"Ada","address":{"city":"x","prototype":{}}}', 'prototype'],
    ['in an item', '{"name":"Ada","friends":[{"__proto__":{"name":"Ada"}}]}', '__proto__'],
    ['in a free object', '{"name":"Ada","free":[{"a":{"constructor":1}}]}', 'constructor'],
    ['in the place of a text', '{"name":{"prototype":1}}', 'prototype'],
    ['below an unknown key', '{"name":"Ada","more":{"constructor":{"prototype":1}}}', 'constructor'],
  ])('is refused for a key that reaches a prototype, %s', (_where, text, key) => {
    for (const unknownProperties of ['reject', 'strip', 'allow'] as const) {
      expect(() => readInput(CreateUser, JSON.parse(text), { unknownProperties })).toThrow(
        `The body must not have the key "${key}".`,
      );
    }
  });

  it('is told how deep and how long it may be', () => {
    const deep = { in: 'body', rule: 'depth', message: 'the value must not be nested more than 32 levels deep' };
    const long = { in: 'body', rule: 'items', message: 'the value must not have more than 10000 items' };

    expect(readInput(CreateUser, { name: 'Ada', free: nest(100_000) }).issues).toMatchObject([deep]);
    expect(readInput(CreateUser, { name: 'Ada', tags: Array(10_001).fill(1) }).issues).toEqual([
      { ...long, pointer: '/tags' },
    ]);
    expect(readInput(CreateUser, { name: 'Ada', friends: Array(10_001).fill(1) }).issues).toEqual([
      { ...long, pointer: '/friends' },
    ]);
    expect(readInput([Address], Array(10_001).fill({ city: 'x' })).issues).toEqual([{ ...long, pointer: '' }]);
  });

  it('is told a hundred of its issues', () => {
    expect(readInput([Address], Array(5000).fill({ city: 1 })).issues).toHaveLength(100);
    expect(readInput([Address], Array(5000).fill({ city: 1 })).value).toBeUndefined();
  });

  it('finds every class of a polymorphic field, and no way around', () => {
    const { value } = readInput(Owner, {
      pets: [
        { kind: 'cat', name: 'Tom' },
        { kind: 'dog', age: 3 },
      ],
      note: ' a ',
    });

    expect(value).toEqual(Object.assign(new Owner(), { pets: [{ name: 'Tom' }, { age: 3 }], note: 'a' }));
    expect((value as Owner).pets.map((each) => each.constructor)).toEqual([Cat, Dog]);
    expect(readInput(Owner, { pets: [null] }).issues).toMatchObject([{ pointer: '/pets/0', rule: 'nestedValidation' }]);
    expect(readInput(Owner, { pets: [{ kind: 'cat', name: 'Tom', age: 1 }] }).issues).toMatchObject([
      { pointer: '/pets/0/age', rule: 'unknown' },
    ]);
  });

  it.each(['a text', 5, null, undefined, true, []])('is refused where an object is due: %j', (value) => {
    expect(readInput(CreateUser, value)).toEqual({
      value: undefined,
      issues: [{ in: 'body', pointer: '', rule: 'isObject', message: 'body must be an object' }],
    });
  });

  it.each([CreateUser, Owner, Everything])('becomes an instance or issues, whatever it is: %p', (type) => {
    const readers = (['reject', 'strip', 'allow'] as const).map((unknownProperties) =>
      compileReader(type, { unknownProperties }),
    );
    const verdicts = { instance: 0, issues: 0, refused: 0 };

    fc.assert(
      fc.property(hostileJson, fc.nat(2), (value, index) => {
        const verdict = readVerdict(type, readers[index] as Reader, JSON.stringify(value));
        verdicts[verdict]++;
      }),
      { numRuns: Number(process.env['HOSTILE_RUNS'] ?? 10_000) },
    );

    expect(Math.min(verdicts.issues, verdicts.refused)).toBeGreaterThan(10);
  });
});

type Reader = ReturnType<typeof compileReader>;

const names = ['name', 'email', 'tags', 'born', 'address', 'friends', 'free', 'pets', 'kind', 'note', 'city', 'age'];
const others = ['level', 'at', 'entries', 'cities', 'one', 'some', 'secret', 'toString', 'hasOwnProperty', '0', ''];
const forbidden = ['__proto__', 'constructor', 'prototype'];
const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...names, ...others) },
  { weight: 1, arbitrary: fc.constantFrom(...forbidden) },
  { weight: 1, arbitrary: fc.string() },
);
const leaf = fc.oneof(
  fc.constantFrom('cat', 'dog', '2024-05-31', 'ada@example.com', 'low', 'Ada', '', 0, 1, -1, 1e308, null, true, [], {}),
  fc.jsonValue({ maxDepth: 1 }),
);
const { json: hostileJson } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.dictionary(key, tie('json'), { maxKeys: 6 }),
    fc.dictionary(key, leaf, { maxKeys: 6 }),
    fc.array(tie('json'), { maxLength: 4 }),
  ),
}));

// Another error than the one for forbidden keys, or a value that is neither, fails the property.
function readVerdict(type: Class, read: Reader, json: string): 'instance' | 'issues' | 'refused' {
  try {
    const { value, issues } = read(JSON.parse(json));
    if (value instanceof type && issues.length === 0) return 'instance';
    if (value === undefined && issues.length > 0) return 'issues';
    throw new Error(`neither an instance nor issues: ${json}`);
  } catch (error) {
    if (error instanceof BadRequestError && hasForbiddenKey(JSON.parse(json))) return 'refused';
    throw error;
  }
}

function hasForbiddenKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, child]) => forbidden.includes(name) || hasForbiddenKey(child));
}
