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
import { createTestKernel, type TestKernel } from '../../src/testing/index';
import { readOutcome } from './read-outcome';

enum Level {
  Low = 'low',
  High = 'high',
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

@Module({ routes: [AllView] })
class Root {}

let kernel: TestKernel;

beforeAll(async () => (kernel = await createTestKernel(Root)));
afterAll(() => kernel.close());

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
    expect(readOutcome(await kernel.client.get(`/all?${query}`))).toBe(expected);
  });
});

describe('a class for the whole of other parts', () => {
  it('is converted in the same way', async () => {
    const { client } = kernel;
    const expected = '{ a: 1, b: true }';

    expect(readOutcome(await client.get('/all/path/1/true'))).toBe(expected);
    expect(readOutcome(await client.get('/all/converted/1/true'))).toBe(expected);
    expect(readOutcome(await client.get('/all/header', { headers: { a: '1', b: 'true' } }))).toBe(expected);
    expect(readOutcome(await client.get('/all/cookie', { headers: { cookie: 'a=1; b=true; other=x' } }))).toBe(
      expected,
    );
    expect(readOutcome(await client.get('/all/path/x/1'))).toBe('422 path /a isInt: a must be a number.');
    expect(readOutcome(await client.get('/all/header', { headers: { a: '1' } }))).toBe(
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

    expect(readOutcome(answer)).toBe(expected);
  });
});
