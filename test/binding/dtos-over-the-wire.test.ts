import { Expose, Type } from 'class-transformer';
import { IsInt, IsString, Length } from 'class-validator';

import {
  Body,
  Get,
  Nullable,
  OmitDto,
  Optional,
  PageQuery,
  PartialDto,
  Patch,
  PickDto,
  Post,
  Put,
  Query,
  Returns,
  Route,
} from '../../src/index';
import { startWire, stopKernels } from '../support/wire-kernel';

class NoteDto {
  @IsInt() id!: number;
  @IsString() @Length(1, 10) title = 'untitled';
  @Optional() @IsString() tag?: string;
  @Nullable() @IsString() text!: string | null;
}

class ListNotes extends PageQuery {
  @Optional() @IsString() tag?: string;
}

class NewNote extends OmitDto(NoteDto, ['id']) {}
class NoteChange extends PartialDto(NewNote) {}
class NoteTitle extends PickDto(NoteDto, ['title']) {}

class Folder {
  @Expose() name!: string;
  @Expose() @Type(() => Folder) parent?: Folder;
  @Expose() @Type(() => Folder) folders?: Folder[];
}

const folder: Record<string, unknown> = { name: 'a', password: 'secret' };
folder['parent'] = folder;
const inList: Record<string, unknown> = { name: 'a', password: 'secret' };
inList['folders'] = [inList];
const list: unknown[] = [];
list.push(list);

@Route('/notes')
class NotesView {
  @Get() list(@Query() query: ListNotes) {
    return {
      isQuery: query instanceof ListNotes,
      before: query.skip,
      page: query.page,
      size: query.size,
      tag: query.tag,
    };
  }

  @Post() create(@Body() note: NewNote) {
    return { isNew: note instanceof NewNote, ...(note as object) };
  }

  @Patch() change(@Body(NoteChange) change: NoteChange) {
    return { keys: Object.keys(change), ...(change as object) };
  }

  @Put() rename(@Body() { title }: NoteTitle) {
    return { title };
  }

  @Get('folder') @Returns(Folder, { unchecked: true }) folder() {
    return folder;
  }

  @Get('list') @Returns([Folder], { unchecked: true }) folders() {
    return [inList];
  }

  @Get('self') @Returns([Folder], { unchecked: true }) self() {
    return list;
  }
}

afterEach(stopKernels);

/** Sends one request after the other, and gives each answer: its status, and its JSON or what was wrong. */
async function ask(requests: readonly (readonly [method: string, url: string, body?: object])[]) {
  const { origin, log } = await startWire({ routes: [NotesView] });
  const answers: unknown[] = [];
  for (const [method, url, body] of requests) {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(
      `${origin}${url}`,
      body ? { method, headers, body: JSON.stringify(body) } : { method },
    );
    const json = (await response.json()) as { errors?: { in: string; pointer: string; rule: string }[] };
    const faults = json.errors?.map((each) => `${each.in} ${each.pointer} ${each.rule}`);
    answers.push([response.status, faults ?? json]);
  }
  return { answers, log };
}

describe('a query that asks for a page', () => {
  it('is an instance of its class, and beyond the limits 422', async () => {
    const { answers } = await ask([
      ['GET', '/notes'],
      ['GET', '/notes?page=3&size=100&tag=a'],
      ['GET', '/notes?page=0&size=101'],
      ['GET', '/notes?page=1000001&size=-1'],
      ['GET', '/notes?page=two&size='],
      ['GET', '/notes?skip=5'],
      ['GET', '/notes?page=1.5&page=2&own=1'],
    ]);

    expect(answers).toEqual([
      [200, { isQuery: true, before: 0, page: 1, size: 20 }],
      [200, { isQuery: true, before: 200, page: 3, size: 100, tag: 'a' }],
      [422, ['query /page min', 'query /size max']],
      [422, ['query /page max', 'query /size min']],
      [422, ['query /page isInt', 'query /size isInt']],
      [422, ['query /skip unknown']],
      [422, ['query /page isInt', 'query /own unknown']],
    ]);
  });
});

describe('a variant of a DTO', () => {
  it('has the rules of the fields that it keeps', async () => {
    const { answers } = await ask([
      ['POST', '/notes', { title: 'a', text: null }],
      ['POST', '/notes', { id: 1, title: '', text: 'b' }],
      ['PUT', '/notes', { title: 'a' }],
      ['PUT', '/notes', { title: 'longer than ten', text: null }],
    ]);

    expect(answers).toEqual([
      [200, { isNew: true, title: 'a', text: null }],
      [422, ['body /id unknown', 'body /title isLength']],
      [200, { title: 'a' }],
      [422, ['body /text unknown', 'body /title isLength']],
    ]);
  });

  it('of which all may be absent has only what was sent, and null where its source may', async () => {
    const { answers } = await ask([
      ['PATCH', '/notes', {}],
      ['PATCH', '/notes', { tag: 'a' }],
      ['PATCH', '/notes', { text: null }],
      ['PATCH', '/notes', { title: null, tag: null }],
    ]);

    expect(answers).toEqual([
      [200, { keys: [] }],
      [200, { keys: ['tag'], tag: 'a' }],
      [200, { keys: ['text'], text: null }],
      [422, ['body /title isLength', 'body /title isString', 'body /tag isDefined', 'body /tag isString']],
    ]);
  });
});

describe('a field of a body', () => {
  it('that is optional may be absent and not null, and one that is nullable the other way round', async () => {
    const { answers } = await ask([
      ['POST', '/notes', { text: 'a', tag: 'b' }],
      ['POST', '/notes', { text: null }],
      ['POST', '/notes', { text: null, tag: null }],
      ['POST', '/notes', { tag: 'b' }],
      ['POST', '/notes', { title: null, text: 1, tag: 1 }],
    ]);

    expect(answers).toEqual([
      [200, { isNew: true, title: 'untitled', text: 'a', tag: 'b' }],
      [200, { isNew: true, title: 'untitled', text: null }],
      [422, ['body /tag isDefined', 'body /tag isString']],
      [422, ['body /text isDefined', 'body /text isString']],
      [422, ['body /title isLength', 'body /title isString', 'body /tag isString', 'body /text isString']],
    ]);
  });
});

describe('an answer that contains itself', () => {
  it.each(['folder', 'list', 'self'])('is a 500 that tells nothing, and is logged: %s', async (name) => {
    const { answers, log } = await ask([['GET', `/notes/${name}`]]);

    const body = {
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      requestId: expect.any(String) as string,
    };
    expect(answers).toEqual([[500, body]]);
    expect(log.readErrors()).toEqual(['Maximum call stack size exceeded']);
    expect(JSON.stringify(log.records)).not.toContain('secret');
  });
});
