import { Expose, Type } from 'class-transformer';
import { IsString } from 'class-validator';
import {
  EventStreamResponse,
  Get,
  type HttpRequest,
  HttpResponse,
  JsonResponse,
  Middleware,
  Module,
  Post,
  RedirectResponse,
  Returns,
  Route,
  ServerEvent,
  StreamResponse,
  UseMiddleware,
} from '../../../src/index';
import { createTestKernel, type TestKernel } from '../../../src/testing/create-test-kernel';

class AuthorDto {
  @Expose() name!: string;
}

class NoteDto {
  @Expose() id!: number;
  @Expose() @IsString() title!: string;
  @Expose() @Type(() => AuthorDto) author?: AuthorDto;
}

const author = { name: 'A', password: 'secret' };
const note = { password: 'secret', title: 'a', id: 1, author };
const left = '{"id":1,"title":"a","author":{"name":"A"}}';

let kernel: TestKernel | undefined;
afterEach(async () => {
  await kernel?.close();
  kernel = undefined;
});

async function start(...views: (new () => object)[]): Promise<TestKernel> {
  @Module({ routes: views })
  class AppModule {}
  kernel = await createTestKernel(AppModule);
  return kernel;
}

describe('@Returns', () => {
  it('lets only the fields of the DTO leave, in their order and at any depth', async () => {
    @Route('/note')
    class NoteView {
      @Get() @Returns(NoteDto) show() {
        return note;
      }
      @Get('/later') @Returns(NoteDto) async later() {
        return Promise.resolve(note);
      }
      @Get('/list') @Returns([NoteDto]) list() {
        return [note, { ...note, author: { ...author, name: '"' } }];
      }
      @Get('/absent') @Returns(NoteDto) absent() {
        return { id: 1, title: 'a', secret: 1 };
      }
    }
    const { client } = await start(NoteView);

    expect((await client.get('/note')).text).toBe(left);
    expect((await client.get('/note/later')).text).toBe(left);
    expect((await client.get('/note/list')).text).toBe(`[${left},${left.replace('"A"', '"\\""')}]`);
    expect((await client.get('/note/absent')).text).toBe('{"id":1,"title":"a"}');
  });

  it('lets no key of a map leave where a list is declared', async () => {
    class NotesDto {
      @Expose() @Type(() => AuthorDto) authors!: AuthorDto[];
    }
    @Route('/notes')
    class NotesView {
      @Get() @Returns(NotesDto, { unchecked: true }) show() {
        return { authors: new Map([['secret', author]]) };
      }
      @Get('/list') @Returns([NotesDto], { unchecked: true }) list() {
        return new Map([['secret', { authors: new Set([author]) }]]);
      }
      @Get('/set') @Returns([NotesDto], { unchecked: true }) set() {
        return new Set([{ authors: new Set([author]) }]);
      }
    }
    const { client } = await start(NotesView);

    expect((await client.get('/notes')).text).toBe('{"authors":{}}');
    expect((await client.get('/notes/list')).text).toBe('{}');
    expect((await client.get('/notes/set')).text).toBe('[{"authors":[{"name":"A"}]}]');
  });

  it('shapes what is wrapped in a response of a 2xx status, and nothing else', async () => {
    @Route('/note')
    class NoteView {
      @Post() @Returns(NoteDto) create() {
        return new JsonResponse(note, { status: 201, headers: { location: '/note/1' } });
      }
      @Post('/plain') @Returns(NoteDto) plain() {
        return new HttpResponse(note);
      }
      @Post('/missing') @Returns(NoteDto, { unchecked: true }) missing() {
        return new JsonResponse({ reason: 'gone' }, { status: 404 });
      }
      @Post('/stream') @Returns(NoteDto) stream() {
        return new StreamResponse(['a', 'b']);
      }
      @Post('/away') @Returns(NoteDto) away() {
        return new RedirectResponse('/');
      }
    }
    const { client } = await start(NoteView);

    const created = await client.post('/note');
    expect(created).toMatchObject({ status: 201, text: left, headers: { location: '/note/1' } });
    expect(created.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(left.length),
    });
    expect((await client.post('/note/plain')).text).toBe(left);
    expect(await client.post('/note/missing')).toMatchObject({ status: 404, text: '{"reason":"gone"}' });
    expect((await client.post('/note/stream')).text).toBe('ab');
    expect((await client.post('/note/away')).status).toBe(302);
  });

  it('shapes the events of an event stream', async () => {
    async function* events() {
      yield note;
      yield await Promise.resolve(new ServerEvent({ data: note, id: '1' }));
    }
    @Route('/notes')
    class NotesView {
      @Get() @Returns(NoteDto) changes() {
        return new EventStreamResponse(events());
      }
    }
    const { client } = await start(NotesView);

    expect((await client.get('/notes')).text).toBe(`data: ${left}\n\nid: 1\ndata: ${left}\n\n`);
  });

  it('answers HEAD as GET, and null as null', async () => {
    @Route('/note')
    class NoteView {
      @Get() @Returns(NoteDto) show() {
        return note;
      }
      @Get('/null') @Returns(NoteDto, { unchecked: true }) nothing() {
        return null;
      }
    }
    const { client } = await start(NoteView);

    const head = await client.head('/note');
    expect([head.text, head.headers['content-length']]).toEqual(['', String(left.length)]);
    expect((await client.get('/note/null')).text).toBe('null');
  });

  it('gives an overridden method what its ancestor returns', async () => {
    class Base {
      @Get() @Returns(NoteDto) show() {
        return note;
      }
    }
    @Route('/note')
    class Child extends Base {
      override show() {
        return { ...note, id: 2 };
      }
    }
    const { client } = await start(Child);

    expect((await client.get('/note')).text).toBe(left.replace('1', '2'));
  });

  it('shows hooks the fields of the DTO, and sends what a hook makes of them', async () => {
    const seen: unknown[] = [];
    @Middleware()
    class Look implements Middleware {
      processResponse(request: HttpRequest, response: HttpResponse) {
        seen.push(response.body, response.body === response.body);
        if (request.path === '/note/change') (response.body as { title: string }).title = 'changed';
        if (request.path === '/note/assign') response.body = note;
        return response;
      }
    }
    @Route('/note')
    @UseMiddleware(Look)
    class NoteView {
      @Get('/:name') @Returns(NoteDto) show() {
        return note;
      }
    }
    const { client } = await start(NoteView);

    expect((await client.get('/note/look')).text).toBe(left);
    expect((await client.get('/note/change')).text).toBe(left.replace('"a"', '"changed"'));
    expect((await client.get('/note/assign')).text).toBe(JSON.stringify(note));
    expect(seen.slice(0, 2)).toEqual([{ id: 1, title: 'a', author: { name: 'A' } }, true]);
    expect(note.title).toBe('a');
  });
});
