import 'reflect-metadata';

import { plainToInstance } from 'class-transformer';
import { IsArray, IsEmail, IsInt, IsString, Length, Max, Min, validate, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

import { compileInput } from '../src/binding/validation/compile-input';
import { defaultLimits } from '../src/binding/validation/input-options';
import type { HttpRequest } from '../src/http/request';
import type { ValidationIssue } from '../src/http/validation-error';

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

/** One figure of a gate: lower is better. */
export interface Row {
  readonly name: string;
  readonly figure: number;
  readonly limit: number;
}

/** What building and checking a body costs, as a share of what the libraries and ajv need for it. */
export async function measureValidation(): Promise<Row[]> {
  const read = compileInput(CreateUser, {
    in: 'body',
    isText: false,
    unknownProperties: 'reject',
    limits: defaultLimits,
  });
  const request = Object.create(null) as HttpRequest;
  const ajv = new Ajv({ allErrors: true });
  addFormats(ajv);
  const check = ajv.compile(schema);
  const rows: Row[] = [];
  for (const [name, body] of [
    ['valid', valid],
    ['invalid', invalid],
  ] as const) {
    const value: unknown = JSON.parse(body);
    const ours = await measure(() => read(value, { request, issues: [] as ValidationIssue[] }));
    const theirs = await measure(() => validate(plainToInstance(CreateUser, value)));
    const others = await measure(() => check(value));
    rows.push({ name: `${name} body, compiled against the libraries`, figure: ours / theirs, limit: 1 / 8 });
    rows.push({ name: `${name} body, compiled against ajv`, figure: ours / others, limit: 1 });
    process.stdout.write(
      `${name}: ${ours.toFixed(0)} ns, libraries ${theirs.toFixed(0)} ns, ajv ${others.toFixed(0)} ns\n`,
    );
  }
  return rows;
}

const rounds = 15;
const batch = 5000;

async function measure(run: () => unknown): Promise<number> {
  const figures: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = process.hrtime.bigint();
    for (let each = 0; each < batch; each++) {
      const result = run();
      if (result instanceof Promise) await result;
    }
    figures.push(Number(process.hrtime.bigint() - start) / batch);
  }
  return figures.sort((left, right) => left - right)[Math.floor(rounds / 2)] ?? 0;
}

if (require.main === module) {
  void measureValidation().then((rows) => {
    for (const { name, figure, limit } of rows)
      process.stdout.write(`${name}: ${figure.toFixed(3)} (at most ${limit})\n`);
  });
}
