import { Type } from 'class-transformer';
import { IsArray, IsEmail, IsInt, IsOptional, IsString, Length, Min, ValidateNested } from 'class-validator';
import { readInput } from './read-input';

class Address {
  @IsString() @Length(2, 40) city!: string;
  @IsOptional() @IsString() zip?: string;
}

class CreateUser {
  @IsString() @Length(2, 50) name!: string;
  @IsEmail() email!: string;
  @IsInt() @Min(18) age = 18;
  @IsArray() @IsString({ each: true }) tags: string[] = [];
  @ValidateNested() address!: Address;
  @IsOptional() @ValidateNested({ each: true }) @Type(() => Address) others?: Address[];
}

const valid = {
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  age: 36,
  tags: ['math'],
  address: { city: 'London', zip: 'W1' },
};

describe('a body', () => {
  it('becomes an instance of its class, nested objects too', () => {
    const { value, issues } = readInput(CreateUser, { ...valid, others: [{ city: 'Paris' }] });

    expect(issues).toEqual([]);
    expect(value).toBeInstanceOf(CreateUser);
    expect(value).toEqual({ ...valid, others: [{ city: 'Paris' }] });
    expect((value as CreateUser).address).toBeInstanceOf(Address);
    expect((value as CreateUser).others?.[0]).toBeInstanceOf(Address);
  });

  it('keeps the defaults of fields that it lacks', () => {
    const { value } = readInput(CreateUser, { name: 'Ada', email: 'a@b.co', address: { city: 'London' } });

    expect(value).toMatchObject({ age: 18, tags: [] });
  });

  it('has all its issues told at once, each with its place', () => {
    const { value, issues } = readInput(CreateUser, {
      name: 'A',
      email: 'nobody',
      age: 17.5,
      tags: ['a', 1],
      address: { city: 7 },
      others: [{ city: 'Paris' }, { city: 'X', zip: 5 }, null],
      'a/b~c': 1,
    });

    expect(value).toBeUndefined();
    expect(issues).toEqual([
      { in: 'body', pointer: '/a~1b~0c', rule: 'unknown', message: 'property a/b~c should not exist' },
      {
        in: 'body',
        pointer: '/name',
        rule: 'isLength',
        message: 'name must be longer than or equal to 2 characters',
      },
      { in: 'body', pointer: '/email', rule: 'isEmail', message: 'email must be an email' },
      { in: 'body', pointer: '/age', rule: 'min', message: 'age must not be less than 18' },
      { in: 'body', pointer: '/age', rule: 'isInt', message: 'age must be an integer number' },
      { in: 'body', pointer: '/tags', rule: 'isString', message: 'each value in tags must be a string' },
      {
        in: 'body',
        pointer: '/address/city',
        rule: 'isLength',
        message: 'city must be longer than or equal to 2 and shorter than or equal to 40 characters',
      },
      { in: 'body', pointer: '/address/city', rule: 'isString', message: 'city must be a string' },
      {
        in: 'body',
        pointer: '/others/1/city',
        rule: 'isLength',
        message: 'city must be longer than or equal to 2 characters',
      },
      { in: 'body', pointer: '/others/1/zip', rule: 'isString', message: 'zip must be a string' },
      {
        in: 'body',
        pointer: '/others/2',
        rule: 'nestedValidation',
        message: 'each value in nested property others must be either object or array',
      },
    ]);
  });
});
