import { Transform, Type } from 'class-transformer';
import { Allow, IsArray, IsDate, IsEmail, IsInt, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import * as fc from 'fast-check';
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

function nest(levels: number): unknown {
  let value: unknown = 1;
  for (let each = 0; each < levels; each++) value = each % 2 ? [value] : { a: value };
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

  it('gives an instance or issues for whatever JSON, and nothing else', () => {
    const read = compileReader(CreateUser);
    const key = fc.oneof(fc.constantFrom('name', 'email', 'tags', 'born', 'address', 'friends', 'free'), fc.string());
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue(),
        fc.dictionary(key, tie('json'), { maxKeys: 5 }),
        fc.array(tie('json'), { maxLength: 4 }),
      ),
    }));

    fc.assert(
      fc.property(json, (value) => {
        const { value: built, issues } = read(JSON.parse(JSON.stringify(value)));

        expect(built instanceof CreateUser).toBe(issues.length === 0);
      }),
      { numRuns: 2000 },
    );
  });
});
