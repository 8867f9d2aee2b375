import {
  IsArray,
  IsBoolean,
  IsDate,
  IsEnum,
  IsInt,
  IsString,
  registerDecorator,
  Validate,
  ValidatorConstraint,
} from 'class-validator';
import type { ValidatorConstraintInterface } from 'class-validator';

import { Body, Get, Injectable, Module, Optional, Post, Query, Route } from '../../../src/index';
import { createTestKernel, type TestKernel } from '../../../src/testing/index';
import { readInput } from './read-input';

let built = 0;

@Injectable({ scope: 'request' })
class Names {
  readonly taken = ['ada'];
  constructor() {
    built++;
  }
}

@ValidatorConstraint({ name: 'isFree' })
@Injectable({ scope: 'request' })
class IsFree implements ValidatorConstraintInterface {
  constructor(private readonly names: Names) {}
  validate(value: unknown) {
    return !this.names.taken.includes(String(value));
  }
  defaultMessage() {
    return '$property is taken';
  }
}

class Account {
  @Validate(IsFree) name!: string;
  @Validate(IsFree) alias!: string;
}

@Route('/accounts')
class AccountsView {
  constructor(private readonly names: Names) {}
  @Post() create(@Body() account: Account) {
    return { name: account.name, alias: account.alias, taken: this.names.taken };
  }
}

function isKnown(): PropertyDecorator {
  return (prototype, name) => {
    registerDecorator({
      name: 'isKnown',
      target: prototype.constructor,
      propertyName: name as string,
      validator: {
        validate: (value) => (value === 'broken' ? Promise.reject(new Error('no connection')) : Promise.resolve(true)),
        defaultMessage: () => '$property is not known',
      },
    });
  };
}

class Order {
  @isKnown() article!: string;
  @isKnown() customer!: string;
  @IsInt() count!: number;
}

@Route('/orders')
class OrdersView {
  @Post() create(@Body() order: Order) {
    return order;
  }
}

const levels = { low: 1, high: 2 } as const;

class Filter {
  @Optional() @IsInt() page?: number;
  @Optional() @IsBoolean() open?: boolean;
  @Optional() @IsDate() since?: Date;
  @Optional() @IsEnum(levels) level?: number;
  @Optional() @IsArray() @IsInt({ each: true }) ids?: number[];
  @Optional() @IsString() text?: string;
}

@Route('/search')
class SearchView {
  @Get() search(@Query() filter: Filter) {
    return { isFilter: filter instanceof Filter, filter };
  }
}

@Module({ routes: [AccountsView, OrdersView, SearchView], providers: [Names, IsFree] })
class Root {}

let kernel: TestKernel;

beforeAll(async () => (kernel = await createTestKernel(Root)));
afterAll(() => kernel.close());

describe('a validator that the container builds', () => {
  it('is of the scope of the request, as the view is', async () => {
    const refused = await kernel.client.post('/accounts', { body: { name: 'ada', alias: 'eve' } });

    expect(refused.status).toBe(422);
    expect(refused.json()).toMatchObject({
      errors: [{ in: 'body', pointer: '/name', rule: 'isFree', message: 'name is taken' }],
    });
    expect(built).toBe(1);

    const answer = await kernel.client.post('/accounts', { body: { name: 'bob', alias: 'eve' } });

    expect(answer.json()).toEqual({ name: 'bob', alias: 'eve', taken: ['ada'] });
    expect(built).toBe(2);
  });
});

describe('an asynchronous rule', () => {
  it('fails the reading with the error that it rejects with, whatever else is wrong', async () => {
    await expect(readInput(Order, { article: 'broken', customer: 'broken', count: 'a' }).value).rejects.toThrow(
      'no connection',
    );
    await expect(readInput(Order, { article: 'a', customer: 'b', count: 1 }).value).resolves.toBeInstanceOf(Order);
  });

  it('is a 500 that says nothing, and ends no process', async () => {
    const body = { article: 'broken', customer: 'broken', count: 1 };
    const answer = await kernel.client.post('/orders', { body, throwErrors: false });

    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('no connection');
  });
});

describe('the fields of a query', () => {
  it.each([
    ['page=3&open=1&text=3', { page: 3, open: true, text: '3' }],
    ['since=2024-05-31', { since: '2024-05-31T00:00:00.000Z' }],
    ['ids=1', { ids: [1] }],
    ['ids=1&ids=2', { ids: [1, 2] }],
    ['level=2', { level: 2 }],
  ])('are converted from text by their types: %s', async (query, filter) => {
    expect((await kernel.client.get(`/search?${query}`)).json()).toEqual({ isFilter: true, filter });
  });

  it.each([
    ['page=a', '/page isInt'],
    ['page=', '/page isInt'],
    ['page=1&page=2', '/page isInt'],
    ['page=1.5', '/page isInt'],
    ['open=yes', '/open isBoolean'],
    ['since=soon', '/since isDate'],
    ['level=3', '/level isEnum'],
    ['ids=1&ids=b', '/ids isInt'],
    ['more=1', '/more unknown'],
  ])('are refused where the text is none of the type, with one issue: %s', async (query, fault) => {
    const answer = await kernel.client.get(`/search?${query}`);
    const { errors } = answer.json<{ errors: { in: string; pointer: string; rule: string }[] }>();

    expect(answer.status).toBe(422);
    expect(errors.map(({ in: part, pointer, rule }) => `${part} ${pointer} ${rule}`)).toEqual([`query ${fault}`]);
  });

  it('are refused with 400 for a key that reaches a prototype', async () => {
    expect((await kernel.client.get('/search?constructor=1')).status).toBe(400);
  });
});
