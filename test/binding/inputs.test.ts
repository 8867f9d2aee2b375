import formbody from '@fastify/formbody';
import { Type } from 'class-transformer';
import { IsArray, IsDate, IsInt, IsOptional, IsString, registerDecorator, ValidateNested } from 'class-validator';

import {
  Body,
  Cookie,
  File,
  Get,
  Header,
  Module,
  Param,
  plugin,
  Post,
  Put,
  Query,
  RawBody,
  Route,
  type UploadedFile,
} from '../../src/index';
import { createTestKernel, type TestKernel } from '../../src/testing/index';
import { createFile, toForm } from './uploads/multipart-form';

class Tag {
  @IsString() name!: string;
}

class Note {
  @IsString() title!: string;
  @IsOptional() @IsInt() stars?: number;
  @IsOptional() @ValidateNested({ each: true }) @Type(() => Tag) tags?: Tag[];
}

function mustBeFree() {
  return (prototype: object, propertyName: string) => {
    registerDecorator({
      name: 'isFree',
      target: prototype.constructor,
      propertyName,
      validator: { validate: (value) => Promise.resolve(value !== 'taken'), defaultMessage: () => 'it is taken' },
    });
  };
}

class Account {
  @mustBeFree() name!: string;
}

class Page {
  @IsOptional() @IsInt() page = 1;
  @IsOptional() @IsArray() @IsInt({ each: true }) ids?: number[];
  @IsOptional() @IsDate() since?: Date;
}

class Ids {
  @IsInt() id!: number;
}

class Tenant {
  @IsInt() tenant!: number;
}

@Route('/notes')
class NotesView {
  @Post() create(@Body() note: Note, @Query('n') n: number) {
    return { isNote: note instanceof Note, note, n };
  }

  @Put() replace(@Body([Note], { unknownProperties: 'strip' }) notes: Note[]) {
    return notes.map((note) => ({ title: note.title, keys: Object.keys(note), isNote: note instanceof Note }));
  }

  @Post('account') account(@Body() account: Account, @Query('n') n: number) {
    return { name: account.name, n };
  }

  @Post('both') both(@Body() note: Note, @RawBody() bytes: Buffer) {
    return { note, text: bytes.toString() };
  }

  @Post('file') file(@Body() note: Note, @File('a') { size }: UploadedFile) {
    return { isNote: note instanceof Note, note, size };
  }

  @Get('list/:id') list(
    @Param() ids: Ids,
    @Query(Page) query: Page,
    @Header() tenant: Tenant,
    @Cookie() all: Record<string, string>,
  ) {
    return { ids, query, isPage: query instanceof Page, tenant: tenant.tenant, all };
  }
}

@Module({ routes: [NotesView], plugins: [plugin(formbody)] })
class Root {}

let kernel: TestKernel;

beforeAll(async () => (kernel = await createTestKernel(Root)));
afterAll(() => kernel.close());

async function post(url: string, body: unknown) {
  const answer = await kernel.client.post(url, { body });
  return { status: answer.status, body: answer.json<{ errors?: { in: string; pointer: string; rule: string }[] }>() };
}

async function readRules(url: string, body: unknown) {
  const { errors = [] } = (await post(url, body)).body;
  return errors.map(({ in: part, pointer, rule }) => `${part} ${pointer} ${rule}`);
}

describe('a body', () => {
  it('is an instance of the class, with all its rules checked', async () => {
    const note = { title: 'A', stars: 3, tags: [{ name: 'x' }] };

    expect((await post('/notes?n=1', note)).body).toEqual({ isNote: true, note, n: 1 });
  });

  it('is refused with everything that is wrong with it and with other arguments', async () => {
    expect(await readRules('/notes?n=x', { stars: '3', tags: [{ name: 1 }], own: 1 })).toEqual(
      expect.arrayContaining([
        'body /title isString',
        'body /stars isInt',
        'body /tags/0/name isString',
        'body /own unknown',
        'query /n isNumber',
      ]),
    );
  });

  it.each([[undefined], [[]], ['text'], [null]])('is never %j', async (body) => {
    expect((await post('/notes', body)).status).toBeGreaterThanOrEqual(400);
    expect((await post('/notes', body)).status).toBeLessThan(500);
  });

  it('may be a list, and lose unknown properties', async () => {
    const answer = await kernel.client.put('/notes', { body: [{ title: 'A', own: 1 }] });

    expect(answer.json()).toEqual([{ title: 'A', keys: ['title'], isNote: true }]);
    expect((await kernel.client.put('/notes', { body: { title: 'A' } })).status).toBe(422);
  });

  it('is waited for where a rule is asynchronous', async () => {
    expect((await post('/notes/account?n=2', { name: 'free' })).body).toEqual({ name: 'free', n: 2 });
    expect(await readRules('/notes/account?n=x', { name: 'taken' })).toEqual([
      'body /name isFree',
      'query /n isNumber',
    ]);
  });

  it('is parsed beside its bytes', async () => {
    const answer = await kernel.client.post('/notes/both', {
      body: '{ "title":"A" }',
      headers: { 'content-type': 'application/json' },
    });

    expect(answer.json()).toEqual({ note: { title: 'A' }, text: '{ "title":"A" }' });
  });
});

describe('a form', () => {
  it('is converted as text, where its plugin is registered', async () => {
    expect((await post('/notes', new URLSearchParams({ title: 'A', stars: '3' }))).body).toEqual({
      isNote: true,
      note: { title: 'A', stars: 3 },
    });
    expect(await readRules('/notes', new URLSearchParams({ title: 'A', stars: 'x' }))).toEqual(['body /stars isInt']);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('is 400 with the key %s', async (key) => {
    expect(
      (
        await post(
          '/notes',
          new URLSearchParams([
            ['title', 'A'],
            [key, 'x'],
          ]),
        )
      ).status,
    ).toBe(400);
  });

  it('is no list', async () => {
    expect((await kernel.client.put('/notes', { body: new URLSearchParams({ title: 'A' }) })).status).toBe(415);
  });

  it('may have files beside the fields of a class', async () => {
    const good = await kernel.client.post(
      '/notes/file',
      await toForm([
        ['title', 'A'],
        ['stars', '2'],
        ['a', createFile(3)],
      ]),
    );
    const bad = await kernel.client.post('/notes/file', await toForm([['stars', 'x']]));

    expect(good.json()).toEqual({ isNote: true, note: { title: 'A', stars: 2 }, size: 3 });
    expect(bad.json<{ errors: { pointer: string }[] }>().errors.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/a', '/title', '/stars']),
    );
  });
});

describe('the path, the query and the headers', () => {
  it('are instances of their classes, converted by type', async () => {
    const answer = await kernel.client.get('/notes/list/7?ids=1&ids=2&since=2024-05-31', {
      headers: { tenant: '5' },
      cookies: { a: 'b' },
    });

    expect(answer.json()).toEqual({
      ids: { id: 7 },
      query: { page: 1, ids: [1, 2], since: '2024-05-31T00:00:00.000Z' },
      isPage: true,
      tenant: 5,
      all: { a: 'b' },
    });
  });

  it('are refused together', async () => {
    const { errors } = (await kernel.client.get('/notes/list/x?page=y&own=1')).json<{ errors: { in: string }[] }>();

    expect(new Set(errors.map((each) => each.in))).toEqual(new Set(['path', 'query', 'header']));
  });
});
