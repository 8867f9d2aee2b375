/* eslint-disable no-restricted-syntax, @typescript-eslint/naming-convention -- users write enums */
import { inspect } from 'node:util';

import { Cookie, Get, Header, Module, Param, Query, Route } from '../../src/index';
import { createTestKernel, type TestKernel } from '../../src/testing/index';
import { readOutcome } from './read-outcome';

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

@Module({ routes: [OneView] })
class Root {}

let kernel: TestKernel;

beforeAll(async () => (kernel = await createTestKernel(Root)));
afterAll(() => kernel.close());

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
    expect(readOutcome(await kernel.client.get(`/one/${type}?${query}`))).toBe(expected);
  });
});

describe('one value of other parts', () => {
  it('is converted in the same way', async () => {
    const { client } = kernel;

    expect(readOutcome(await client.get('/one/path/1.5'))).toBe('1.5');
    expect(readOutcome(await client.get('/one/path/x'))).toBe('422 path /v isNumber: v must be a number.');
    expect(readOutcome(await client.get('/one/converted/7'))).toBe('7');
    expect((await client.get('/one/converted/x')).status).toBe(404);
    expect((await client.get('/one/converted/9007199254740993')).status).toBe(404);
    expect(readOutcome(await client.get('/one/header', { headers: { v: '3' } }))).toBe('3');
    expect(readOutcome(await client.get('/one/header', { headers: { v: '' } }))).toBe(
      '422 header /V isNumber: V must be a number.',
    );
    expect(readOutcome(await client.get('/one/header'))).toBe('undefined');
    expect(readOutcome(await client.get('/one/cookie', { headers: { cookie: 'v=1' } }))).toBe('true');
    expect(readOutcome(await client.get('/one/cookie', { headers: { cookie: 'v=on' } }))).toBe(
      '422 cookie /v isBoolean: v must be true or false, or 1 or 0.',
    );
  });
});
