import 'reflect-metadata';

import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { plainToInstance, Type } from 'class-transformer';
import { IsArray, IsEmail, IsInt, IsString, Length, Max, Min, validate, ValidateNested } from 'class-validator';

import { compileInput } from '../src/binding/validation/compile-input';
import { defaultLimits } from '../src/binding/validation/input-options';
import type { HttpRequest } from '../src/http/request';

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
export async function measureValidation(print: (line: string) => void = () => undefined): Promise<Row[]> {
  const read = compileInput(CreateUser, {
    in: 'body',
    isText: false,
    unknownProperties: 'reject',
    limits: defaultLimits,
  });
  const request = Object.create(null) as HttpRequest;
  const check = addFormats(new Ajv({ allErrors: true })).compile(schema);
  const contenders = (body: string): Contender[] => {
    const value: unknown = JSON.parse(body);
    return [
      { batch: 20_000, run: () => read(value, { request, issues: [] }) },
      { batch: 500, run: () => validate(plainToInstance(CreateUser, value) as object) },
      { batch: 20_000, run: () => check(value) },
    ];
  };

  const ofValid = await measure(contenders(valid));
  const ofInvalid = await measure(contenders(invalid));
  print(`valid: ours, the libraries, ajv: ${ofValid.map(describe).join(', ')}`);
  print(`invalid: ours, the libraries, ajv: ${ofInvalid.map(describe).join(', ')}`);
  declareClasses(200);
  const ofMany = await measure(contenders(valid));
  print(`valid, with 200 more classes: ours, the libraries, ajv: ${ofMany.map(describe).join(', ')}`);
  return [
    { name: 'validation valid, of the libraries’ time', figure: share(ofValid, 1), limit: 1 / 8 },
    { name: 'validation invalid, of the libraries’ time', figure: share(ofInvalid, 1), limit: 1 / 8 },
    { name: 'validation valid, of ajv’s time', figure: share(ofValid, 2), limit: 1 },
    // ajv stands for the speed of the machine at that time.
    { name: 'validation, growth by 200 classes', figure: share(ofMany, 2) / share(ofValid, 2), limit: 1.3 },
  ];
}

interface Contender {
  /** How many runs one measurement takes. */
  readonly batch: number;
  readonly run: () => unknown;
}

interface Figure {
  readonly min: number;
  readonly median: number;
}

const rounds = 25;

// In turns, so that what else the machine has to do slows all of them down; by the time of this process alone.
async function measure(contenders: readonly Contender[]): Promise<Figure[]> {
  const figures: number[][] = contenders.map(() => []);
  for (let round = -3; round < rounds; round++) {
    for (const [index, { batch, run }] of contenders.entries()) {
      const start = process.cpuUsage();
      for (let each = 0; each < batch; each++) {
        const result = run();
        if (result instanceof Promise) await result;
      }
      const { user, system } = process.cpuUsage(start);
      if (round >= 0) figures[index]?.push(((user + system) * 1000) / batch);
    }
  }
  return figures.map((each) => {
    const sorted = each.sort((left, right) => left - right);
    return { min: sorted[0] ?? NaN, median: sorted[Math.floor(rounds / 2)] ?? NaN };
  });
}

function share(figures: readonly Figure[], of: number): number {
  return (figures[0]?.median ?? NaN) / (figures[of]?.median ?? NaN);
}

function describe({ min, median }: Figure): string {
  return `${median.toFixed(0)} ns (min ${min.toFixed(0)})`;
}

function declareClasses(count: number): void {
  for (let each = 0; each < count; each++) {
    class Other {
      @IsString() @Length(2, 50) name!: string;
      @IsInt() @Min(each) age!: number;
    }
    compileInput(Other, { in: 'body', isText: false, unknownProperties: 'reject', limits: defaultLimits });
  }
}

if (require.main === module) {
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  void measureValidation(print).then((rows) => {
    for (const { name, figure, limit } of rows) print(`${name}: ${figure.toFixed(3)} (at most ${limit})`);
  });
}
