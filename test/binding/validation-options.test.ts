import { IsArray, IsInt, IsOptional, IsString, Validate, ValidatorConstraint } from 'class-validator';
import type { ValidatorConstraintInterface } from 'class-validator';

import {
  Body,
  Get,
  type HttpRequest,
  Inject,
  Injectable,
  Kernel,
  type KernelOptions,
  Middleware,
  type MiddlewareHooks,
  Module,
  Post,
  Query,
  Route,
  token,
} from '../../src/index';

class Note {
  @IsString() title!: string;
  @IsOptional() @IsArray() @IsInt({ each: true }) stars?: number[];
}

class Page {
  @IsOptional() @IsInt() page?: number;
}

@Route('/notes')
class NotesView {
  @Post() create(@Body() note: Note) {
    return { isNote: note instanceof Note, keys: Object.keys(note) };
  }

  @Post('strict') strict(@Body(Note, { unknownProperties: 'reject' }) note: Note) {
    return { isNote: note instanceof Note, keys: Object.keys(note) };
  }

  @Get() list(@Query() page: Page, @Query('q') q?: string, @Query('page', Number) number?: number) {
    return { keys: Object.keys(page), page: page.page, q, number };
  }
}

const kernels: Kernel[] = [];

afterEach(async () => {
  for (const kernel of kernels.splice(0)) await kernel.close();
});

async function start(options: KernelOptions, routes = [NotesView], middleware: readonly (typeof Tenants)[] = []) {
  @Module({ routes, middleware: [...middleware] })
  class Root {}

  const kernel = await Kernel.create(Root, { env: {}, logger: false, ...options });
  kernels.push(kernel);
  return async (url: string, payload?: object, headers = {}) => {
    const { statusCode, body } = await kernel.server.inject({
      url,
      headers,
      ...(payload ? { method: 'POST', payload } : {}),
    });
    const { errors, ...rest } = JSON.parse(body) as { errors?: { in: string; pointer: string; rule: string }[] };
    return errors ? [statusCode, ...errors.map((each) => `${each.in} ${each.pointer} ${each.rule}`)] : rest;
  };
}

describe('validation.unknownProperties', () => {
  it.each([
    [undefined, [422, 'body /own unknown'], [422, 'query /own unknown']],
    ['reject' as const, [422, 'body /own unknown'], [422, 'query /own unknown']],
    ['strip' as const, { isNote: true, keys: ['title'] }, { keys: ['page'], page: 1, number: 1 }],
    ['allow' as const, { isNote: true, keys: ['title', 'own'] }, { keys: ['page', 'own'], page: 1, number: 1 }],
  ])('is %s for bodies and queries of the application', async (unknownProperties, body, query) => {
    const ask = await start(unknownProperties ? { validation: { unknownProperties } } : {});

    expect(await ask('/notes', { title: 'A', own: 1 })).toEqual(body);
    expect(await ask('/notes?page=1&own=1')).toEqual(query);
    expect(await ask('/notes/strict', { title: 'A', own: 1 })).toEqual([422, 'body /own unknown']);
  });

  it('leaves to other parameters what they are bound to', async () => {
    const ask = await start({});

    expect(await ask('/notes?page=1&q=a')).toEqual({ keys: ['page'], page: 1, q: 'a', number: 1 });
    expect(await ask('/notes?q=a&other=b')).toEqual([422, 'query /other unknown']);
  });
});

describe('validation.limits', () => {
  it('are those of all inputs of the application, and leave the others as they are', async () => {
    const ask = await start({ validation: { limits: { items: 2, issues: 1 } } });

    expect(await ask('/notes', { title: 'A', stars: [1, 2, 3] })).toEqual([422, 'body /stars items']);
    expect(await ask('/notes', { title: 'A', stars: [1, 2] })).toEqual({ isNote: true, keys: ['title', 'stars'] });
    expect(await ask('/notes', { a: 1, b: 2, c: 3 })).toEqual([422, 'body /a unknown']);
  });

  it('count levels, the body being the first', async () => {
    const ask = await start({ validation: { limits: { depth: 1 } } });

    expect(await ask('/notes', { title: 'A' })).toEqual({ isNote: true, keys: ['title'] });
    expect(await ask('/notes', { title: 'A', stars: [[1]] })).toEqual([422, 'body /stars depth']);
  });
});

const TENANT = token<string>('TENANT');

@Middleware({ provides: [TENANT] })
class Tenants implements MiddlewareHooks {
  processRequest(request: HttpRequest) {
    request.scope.set(TENANT, String(request.headers['x-tenant']));
  }
}

@Injectable({ scope: 'request' })
class Names {
  constructor(@Inject(TENANT) private readonly tenant: string) {}
  isTaken(name: unknown) {
    return name === `${this.tenant}-1`;
  }
}

@Injectable({ scope: 'request' })
@ValidatorConstraint({ name: 'isFree', async: true })
class IsFree implements ValidatorConstraintInterface {
  constructor(private readonly names: Names) {}
  async validate(name: unknown) {
    return Promise.resolve(!this.names.isTaken(name));
  }
  defaultMessage() {
    return '$property is taken';
  }
}

class Account {
  @Validate(IsFree) name!: string;
}

@Route('/accounts')
class AccountsView {
  constructor(readonly names: Names) {}
  @Post() create(@Body() { name }: Account) {
    return { name };
  }
}

describe('a validator class', () => {
  it('is taken from the scope of the request, and sees its objects', async () => {
    const ask = await start({}, [AccountsView] as never, [Tenants]);
    const askAs = (tenant: string) => ask('/accounts', { name: 'a-1' }, { 'x-tenant': tenant });

    expect(await Promise.all([askAs('a'), askAs('b'), askAs('a')])).toEqual([
      [422, 'body /name isFree'],
      { name: 'a-1' },
      [422, 'body /name isFree'],
    ]);
  });

  it('has what it needs proved at start', async () => {
    await expect(start({}, [AccountsView] as never)).rejects.toThrow(
      'Nothing provides TENANT, which is needed by AccountsView → Names, parameter "tenant" (1st).',
    );
  });
});
