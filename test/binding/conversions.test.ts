/* eslint-disable no-restricted-syntax, @typescript-eslint/naming-convention -- users write enums */
import { inspect } from 'node:util';

import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsDate,
  IsDefined,
  IsEnum,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Min,
} from 'class-validator';

import { Body, Cookie, Get, Header, Module, Nullable, Param, Post, Query, Route } from '../../src/index';
import type { ValidationIssue } from '../../src/index';
import { createTestKernel, type TestKernel, type TestResponse } from '../../src/testing/index';

enum Level {
  Low = 'low',
  High = 'high',
}

enum Priority {
  Minor,
  Major,
}

@Route('/one')
class OneView {
  @Get('text') text(@Query('v') v?: string) {
    return inspect(v);
  }
  @Get('number') number(@Query('v') v?: number) {
    return inspect(v);
  }
  @Get('default') default(@Query('v', Number) v = 20) {
    return inspect(v);
  }
  @Get('boolean') boolean(@Query('v') v?: boolean) {
    return inspect(v);
  }
  @Get('bigint') bigint(@Query('v') v?: bigint) {
    return inspect(v);
  }
  @Get('date') date(@Query('v') v?: Date) {
    return inspect(v);
  }
  @Get('level') level(@Query('v', Level) v?: Level) {
    return inspect(v);
  }
  @Get('priority') priority(@Query('v', Priority) v?: Priority) {
    return inspect(v);
  }
  @Get('numbers') numbers(@Query('v', [Number]) v?: number[]) {
    return inspect(v);
  }
  @Get('levels') levels(@Query('v', [Level]) v?: Level[]) {
    return inspect(v);
  }
  @Get('path/:v') path(@Param('v') v: number) {
    return inspect(v);
  }
  @Get('converted/<int:v>') converted(@Param('v') v: number) {
    return inspect(v);
  }
  @Get('header') header(@Header('V') v?: number) {
    return inspect(v);
  }
  @Get('cookie') cookie(@Cookie('v') v?: boolean) {
    return inspect(v);
  }
}

class Values {
  @IsOptional() @IsString() text?: string;
  @IsOptional() @IsInt() @Min(1) int?: number;
  @IsOptional() @IsNumber() number?: number;
  @IsOptional() @IsBoolean() boolean?: boolean;
  @IsOptional() @IsDefined() bigint?: bigint;
  @IsOptional() @IsDate() date?: Date;
  @IsOptional() @IsEnum(Level) level?: Level;
  @IsOptional() @IsIn([1, 2]) choice?: number;
  @IsOptional() @IsArray() @IsInt({ each: true }) ints?: number[];
  @IsOptional() @IsArray() @Type(() => Date) @IsDate({ each: true }) dates?: Date[];
  @IsOptional() @IsInt() size = 20;
}

class Named {
  @IsInt() a!: number;
  @IsBoolean() b!: boolean;
}

class JsonValues {
  @IsOptional() @IsInt() int?: number;
  @IsOptional() @IsBoolean() boolean?: boolean;
  @IsOptional() @IsDate() date?: Date;
  @IsOptional() @Nullable() @IsString() text?: string | null;
  @IsDefined() @Nullable() @IsString() due!: string | null;
}

@Route('/all')
class AllView {
  @Get() query(@Query() query: Values) {
    return show(query, Values);
  }
  @Post() json(@Body() body: JsonValues) {
    return show(body, JsonValues);
  }
  @Get('path/:a/:b') path(@Param() path: Named) {
    return show(path, Named);
  }
  @Get('converted/<int:a>/:b') converted(@Param() path: Named) {
    return show(path, Named);
  }
  @Get('header') header(@Header() header: Named) {
    return show(header, Named);
  }
  @Get('cookie') cookie(@Cookie() cookie: Named) {
    return show(cookie, Named);
  }
}

// All own fields that are not undefined, as JavaScript writes them.
function show(value: object, type: new () => object): string {
  const present = Object.entries(value).filter(([, each]) => each !== undefined);
  return `${value instanceof type ? '' : 'no instance '}${inspect(Object.fromEntries(present))}`;
}

@Module({ routes: [OneView, AllView] })
class Root {}

let kernel: TestKernel;

beforeAll(async () => (kernel = await createTestKernel(Root)));
afterAll(() => kernel.close());

// The value that the view got, or the issue.
function read(answer: TestResponse): string {
  const { status, text } = answer;
  if (status === 200) return text;
  const { errors } = answer.json<{ errors: ValidationIssue[] }>();
  return `${status} ${errors.map(({ in: part, pointer, rule, message }) => `${part} ${pointer} ${rule}: ${message}`).join(' ')}`;
}

const noNumber = '422 query /v isNumber: v must be a number.';
const unsafe = '422 query /v isNumber: v must be a number from -9007199254740991 to 9007199254740991.';
const noBoolean = '422 query /v isBoolean: v must be true or false, or 1 or 0.';
const noInteger = '422 query /v isBigInt: v must be a whole number.';
const noDate = '422 query /v isDate: v must be a date such as 2024-05-31, or a time such as 2024-05-31T12:00:00Z.';
const noList = '422 query /v isNumber: v must be a list, and each of it a number.';

describe('one value of the query', () => {
  it.each([
    ['text', '', 'undefined'],
    ['text', 'v', "''"],
    ['text', 'v=', "''"],
    ['text', 'v=null', "'null'"],
    ['text', 'v=a%20b', "'a b'"],
    ['text', 'v=1&v=2', '422 query /v isString: v must be a single value.'],
    ['number', '', 'undefined'],
    ['number', 'v=42', '42'],
    ['number', 'v=-7', '-7'],
    ['number', 'v=007', '7'],
    ['number', 'v=1.5', '1.5'],
    ['number', 'v=1e3', '1000'],
    ['number', 'v=-0', '-0'],
    ['number', 'v=9007199254740991', '9007199254740991'],
    ['number', 'v=9007199254740993', unsafe],
    ['number', 'v=-9007199254740993', unsafe],
    ['number', 'v=1e999', unsafe],
    ['number', 'v=', noNumber],
    ['number', 'v=null', noNumber],
    ['number', 'v=0x10', noNumber],
    ['number', 'v=0b1', noNumber],
    ['number', 'v=1_000', noNumber],
    ['number', 'v=1,5', noNumber],
    ['number', 'v=%201', noNumber],
    ['number', 'v=Infinity', noNumber],
    ['number', 'v=NaN', noNumber],
    ['number', 'v=%D9%A1', noNumber],
    ['number', 'v=1&v=2', '422 query /v isNumber: v must be a single value.'],
    ['default', '', '20'],
    ['default', 'v=5', '5'],
    ['default', 'v=', noNumber],
    ['boolean', '', 'undefined'],
    ['boolean', 'v=true', 'true'],
    ['boolean', 'v=1', 'true'],
    ['boolean', 'v=false', 'false'],
    ['boolean', 'v=0', 'false'],
    ['boolean', 'v=TRUE', noBoolean],
    ['boolean', 'v=yes', noBoolean],
    ['boolean', 'v', noBoolean],
    ['bigint', 'v=-9007199254740993', '-9007199254740993n'],
    ['bigint', 'v=1.0', noInteger],
    ['bigint', 'v=', noInteger],
    ['bigint', 'v=0x1', noInteger],
    ['date', 'v=2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['date', 'v=2024-05-31T12:00:00.5Z', '2024-05-31T12:00:00.500Z'],
    ['date', 'v=2024-05-31T12:00%2B02:00', '2024-05-31T10:00:00.000Z'],
    ['date', 'v=2023-02-29', noDate],
    ['date', 'v=2024-02-30T00:00:00Z', noDate],
    ['date', 'v=2024-13-01', noDate],
    ['date', 'v=2024-05-31T25:00:00Z', noDate],
    ['date', 'v=2024-05-31T12:00:00', noDate],
    ['date', 'v=1717113600000', noDate],
    ['date', 'v=', noDate],
    ['level', 'v=high', "'high'"],
    ['level', 'v=High', '422 query /v isEnum: v must be one of low, high.'],
    ['level', 'v=toString', '422 query /v isEnum: v must be one of low, high.'],
    ['priority', 'v=1', '1'],
    ['priority', 'v=Major', '422 query /v isEnum: v must be one of 0, 1.'],
    ['numbers', '', 'undefined'],
    ['numbers', 'v=1', '[ 1 ]'],
    ['numbers', 'v=1&v=2', '[ 1, 2 ]'],
    ['numbers', 'v=1,2', noList],
    ['numbers', 'v=1&v=x', noList],
    ['numbers', 'v=', noList],
    ['levels', 'v=low&v=high', "[ 'low', 'high' ]"],
  ])('of the type %s: ?%s', async (type, query, expected) => {
    expect(read(await kernel.client.get(`/one/${type}?${query}`))).toBe(expected);
  });
});

describe('one value of other parts', () => {
  it('is converted in the same way', async () => {
    const { client } = kernel;

    expect(read(await client.get('/one/path/1.5'))).toBe('1.5');
    expect(read(await client.get('/one/path/x'))).toBe('422 path /v isNumber: v must be a number.');
    expect(read(await client.get('/one/converted/7'))).toBe('7');
    expect((await client.get('/one/converted/x')).status).toBe(404);
    expect((await client.get('/one/converted/9007199254740993')).status).toBe(404);
    expect(read(await client.get('/one/header', { headers: { v: '3' } }))).toBe('3');
    expect(read(await client.get('/one/header', { headers: { v: '' } }))).toBe(
      '422 header /V isNumber: V must be a number.',
    );
    expect(read(await client.get('/one/header'))).toBe('undefined');
    expect(read(await client.get('/one/cookie', { headers: { cookie: 'v=1' } }))).toBe('true');
    expect(read(await client.get('/one/cookie', { headers: { cookie: 'v=on' } }))).toBe(
      '422 cookie /v isBoolean: v must be true or false, or 1 or 0.',
    );
  });
});

describe('a class for the whole query', () => {
  it.each([
    ['', '{ size: 20 }'],
    ['text=&int=1&number=-1.5', "{ size: 20, text: '', int: 1, number: -1.5 }"],
    ['boolean=0&bigint=9007199254740993', '{ size: 20, boolean: false, bigint: 9007199254740993n }'],
    ['date=2024-05-31', '{ size: 20, date: 2024-05-31T00:00:00.000Z }'],
    ['level=low&choice=2&size=5', "{ size: 5, level: 'low', choice: 2 }"],
    ['ints=1', '{ size: 20, ints: [ 1 ] }'],
    ['ints=1&ints=2', '{ size: 20, ints: [ 1, 2 ] }'],
    ['dates=2024-05-31', '{ size: 20, dates: [ 2024-05-31T00:00:00.000Z ] }'],
    ['int=x', '422 query /int isInt: int must be a number.'],
    ['int=', '422 query /int isInt: int must be a number.'],
    ['int=1.5', '422 query /int isInt: int must be an integer number'],
    ['int=0', '422 query /int min: int must not be less than 1'],
    ['int=1&int=2', '422 query /int isInt: int must be a single value.'],
    ['number=Infinity', '422 query /number isNumber: number must be a number.'],
    ['choice=3', '422 query /choice isIn: choice must be one of the following values: 1, 2'],
    ['choice=x', '422 query /choice isIn: choice must be a number.'],
    ['level=x', '422 query /level isEnum: level must be one of the following values: low, high'],
    ['ints=x', '422 query /ints isInt: ints must be a list, and each of it a number.'],
    ['size=', '422 query /size isInt: size must be a number.'],
    ['own=1', '422 query /own unknown: property own should not exist'],
  ])('takes ?%s', async (query, expected) => {
    expect(read(await kernel.client.get(`/all?${query}`))).toBe(expected);
  });
});

describe('a class for the whole of other parts', () => {
  it('is converted in the same way', async () => {
    const { client } = kernel;
    const expected = '{ a: 1, b: true }';

    expect(read(await client.get('/all/path/1/true'))).toBe(expected);
    expect(read(await client.get('/all/converted/1/true'))).toBe(expected);
    expect(read(await client.get('/all/header', { headers: { a: '1', b: 'true' } }))).toBe(expected);
    expect(read(await client.get('/all/cookie', { headers: { cookie: 'a=1; b=true; other=x' } }))).toBe(expected);
    expect(read(await client.get('/all/path/x/1'))).toBe('422 path /a isInt: a must be a number.');
    expect(read(await client.get('/all/header', { headers: { a: '1' } }))).toBe(
      '422 header /b isBoolean: b must be a boolean value',
    );
  });
});

describe('JSON', () => {
  it.each([
    ['{"due":null}', '{ due: null }'],
    ['{"due":"a","text":null}', "{ text: null, due: 'a' }"],
    ['{"due":"","date":"2024-05-31"}', "{ date: 2024-05-31T00:00:00.000Z, due: '' }"],
    ['{}', '422 body /due isDefined: due should not be null or undefined body /due isString: due must be a string'],
    ['{"due":"a","int":"1"}', '422 body /int isInt: int must be an integer number'],
    ['{"due":"a","boolean":1}', '422 body /boolean isBoolean: boolean must be a boolean value'],
    ['{"due":"a","date":"2023-02-29"}', '422 body /date isDate: date must be a Date instance'],
    ['{"due":"a","date":1717113600000}', '422 body /date isDate: date must be a Date instance'],
  ])('is not converted, but for dates: %s', async (body, expected) => {
    const answer = await kernel.client.post('/all', { body, headers: { 'content-type': 'application/json' } });

    expect(read(answer)).toBe(expected);
  });
});
