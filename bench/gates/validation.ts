import 'reflect-metadata';

import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { plainToInstance, Type } from 'class-transformer';
import { IsArray, IsEmail, IsInt, IsString, Length, Max, Min, ValidateNested, validateSync } from 'class-validator';

import { compileInput } from '../../src/binding/validation/compile-input';
import { defaultLimits, type InputOptions } from '../../src/binding/validation/input-options';
import type { HttpRequest } from '../../src/http/request';
import { type Gate, reportGates } from './gate';
import { measure } from './measure';

class Address {
  @IsString() @Length(2, 80) street!: string;
  @IsString() @Length(2, 40) city!: string;
}

class CreateUser {
  @IsString() @Length(2, 50) name!: string;
  @IsEmail() email!: string;
  @IsInt() @Min(0) @Max(150) age!: number;
  @IsArray() @IsString({ each: true }) tags!: string[];
  @ValidateNested() @Type(() => Address) address!: Address;
}

const valid =
  '{"name":"Ada Lovelace","email":"ada@example.com","age":36,"tags":["math","engines"],"address":{"street":"12 St James Square","city":"London"}}';
const invalid =
  '{"name":"A","email":"nobody","age":-1,"tags":["math",1],"address":{"street":"12 St James Square","city":"L"}}';

const text = (minLength: number, maxLength: number) => ({ type: 'string', minLength, maxLength });
const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'email', 'age', 'tags', 'address'],
  properties: {
    name: text(2, 50),
    email: { type: 'string', format: 'email' },
    age: { type: 'integer', minimum: 0, maximum: 150 },
    tags: { type: 'array', items: { type: 'string' } },
    address: {
      type: 'object',
      additionalProperties: false,
      required: ['street', 'city'],
      properties: { street: text(2, 80), city: text(2, 40) },
    },
  },
};

const options: InputOptions = { in: 'body', isText: false, unknownProperties: 'reject', limits: defaultLimits };

/** What building and checking a body takes, as a share of what the libraries and ajv take for it. */
function measureValidation(): Gate[] {
  const ofValid = measureBody(valid);
  const ofInvalid = measureBody(invalid);
  declareClasses(200);
  const ofMany = measureBody(valid);
  return [
    { name: 'validation-valid-of-libraries-time', figure: ofValid.ours / ofValid.libraries, limit: 1 / 8 },
    { name: 'validation-invalid-of-libraries-time', figure: ofInvalid.ours / ofInvalid.libraries, limit: 1 / 8 },
    { name: 'validation-valid-of-ajv-time', figure: ofValid.ours / ofValid.ajv, limit: 1 },
    { name: 'validation-invalid-of-ajv-time', figure: ofInvalid.ours / ofInvalid.ajv, limit: 6 },
    // ajv stands for the speed of the machine at that time.
    {
      name: 'validation-times-the-time-with-200-more-classes',
      figure: ofMany.ours / ofMany.ajv / (ofValid.ours / ofValid.ajv),
      limit: 1.3,
    },
  ];
}

function measureBody(body: string) {
  const value: unknown = JSON.parse(body);
  const read = compileInput(CreateUser, options);
  const check = addFormats(new Ajv({ allErrors: true })).compile(schema);
  const request = Object.create(null) as HttpRequest;
  let isRight = true;
  const times = measure({
    ours: (count) => {
      for (let each = 0; each < count; each++) isRight = read(value, { request, issues: [] }) !== undefined;
    },
    // Without promises, which only adds to what `validate` takes.
    libraries: (count) => {
      for (let each = 0; each < count; each++) validateSync(plainToInstance(CreateUser, value) as object);
    },
    ajv: (count) => {
      for (let each = 0; each < count; each++) check(value);
    },
  });
  if (isRight !== (body === valid) || isRight !== check(value)) throw new Error('The verdict is wrong.');
  return times;
}

function declareClasses(count: number): void {
  for (let each = 0; each < count; each++) {
    class Other {
      @IsString() @Length(2, 50) name!: string;
      @IsInt() @Min(each) age!: number;
    }
    compileInput(Other, options)(
      { name: 'Ada', age: each },
      { request: Object.create(null) as HttpRequest, issues: [] },
    );
  }
}

reportGates(measureValidation());
