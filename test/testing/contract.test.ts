import { Expose, Type } from 'class-transformer';
import { IsIn, IsInt, Max } from 'class-validator';

import {
  ConflictError,
  Get,
  HttpResponse,
  JsonResponse,
  Middleware,
  type HttpRequest,
  Module,
  NotFoundError,
  Param,
  Raises,
  Returns,
  Route,
} from '../../src/index';
import { Doc, openApi } from '../../src/openapi/index';
import { createTestKernel, type TestKernel } from '../../src/testing/index';

class Author {
  @Expose() name!: string;
}

class NoteDto {
  @IsInt() @Max(9) id!: number;
  @Expose() title!: string;
  @IsIn(['open', 'closed']) state!: string;
  @Expose() @Type(() => Author) author!: Author;
}

const right = { id: 1, title: 'A', state: 'open', author: { name: 'Jane' } };
const notes: Readonly<Record<string, unknown>> = {
  right,
  wrong: { id: 99, title: 7, state: 'lost', author: {} },
  missing: { ...right, title: undefined },
};

@Route('/notes/:name')
class NoteView {
  @Get()
  @Raises(NotFoundError)
  @Doc({ responses: { 303: 'It has moved.' } })
  @Returns(NoteDto, { unchecked: true })
  show(@Param('name') name: string) {
    if (name === 'none') throw new NotFoundError();
    if (name === 'taken') throw new ConflictError();
    if (name === 'broken') throw new Error('It is broken.');
    if (name === 'moved') return new JsonResponse({ to: '/' }, { status: 303 });
    return notes[name] ?? right;
  }

  @Get('/raw')
  raw() {
    return { anything: true };
  }

  @Get('/text')
  text() {
    return 'A text.';
  }
}

@Middleware()
class Extras implements Middleware {
  processResponse(request: HttpRequest, response: HttpResponse) {
    if (request.headers['x-extra']) response.body = { ...(response.body as object), 'a/b': 1 };
    return response;
  }
}

@Module({ routes: [NoteView], middleware: [Extras] })
class NotesModule {}

describe('a client with a contract', () => {
  let kernel: TestKernel;

  beforeAll(async () => {
    kernel = await createTestKernel(NotesModule, { contract: true });
  });

  afterAll(() => kernel.close());

  it('gives answers that the document has', async () => {
    const { client } = kernel;

    expect((await client.get('/notes/right')).status).toBe(200);
    expect((await client.head('/notes/right')).status).toBe(200);
    expect((await client.get('/notes/none')).status).toBe(404);
    expect((await client.get('/notes/right/text')).text).toBe('A text.');
  });

  it('gives what no view was asked for', async () => {
    const { client } = kernel;

    expect((await client.get('/nothing')).status).toBe(404);
    expect((await client.post('/notes/right')).status).toBe(405);
    expect((await client.options('/notes/right')).status).toBe(200);
    expect((await client.get('/notes/broken', { throwErrors: false })).status).toBe(500);
  });

  it('fails for a status that the document does not have', async () => {
    await expect(kernel.client.get('/notes/taken')).rejects.toThrow(
      new RegExp(
        '^GET /notes/taken \\(NoteView.show\\) was answered with 409 as its description does not have it:\n' +
          '- The status is not among 200, 303, 404. Name its error in @Raises, or the status in @Doc\\({ responses: { … } }\\).\n\n' +
          'Body: {"type":"about:blank","title":"Conflict","status":409,"requestId":"[^"]+"}$',
      ),
    );
  });

  it('fails for a field that the document does not have', async () => {
    const asked = kernel.client.get('/notes/right', { headers: { 'x-extra': 'yes' } });

    await expect(asked).rejects.toThrow(
      'GET /notes/right (NoteView.show) was answered with 200 as its description does not have it:\n' +
        '- /a/b is not described.\n\n' +
        'Body: {"id":1,"state":"open","title":"A","author":{"name":"Jane"},"a/b":1}',
    );
  });

  it('fails for a field that is missing', async () => {
    await expect(kernel.client.get('/notes/missing')).rejects.toThrow(
      'GET /notes/missing (NoteView.show) was answered with 200 as its description does not have it:\n' +
        '- /title is missing. If it may be, mark its field with @Optional().\n\n' +
        'Body: {"id":1,"state":"open","author":{"name":"Jane"}}',
    );
  });

  it('tells all values that the document does not allow', async () => {
    await expect(kernel.client.get('/notes/wrong')).rejects.toThrow(
      'GET /notes/wrong (NoteView.show) was answered with 200 as its description does not have it:\n' +
        '- /id must be <= 9.\n' +
        '- /state must be equal to one of the allowed values ({"allowedValues":["open","closed"]}).\n' +
        '- /title must be string.\n' +
        '- /author/name is missing. If it may be, mark its field with @Optional().\n\n' +
        'Body: {"id":99,"state":"lost","title":7,"author":{}}',
    );
  });

  it('fails for JSON of which nothing is described', async () => {
    await expect(kernel.client.get('/notes/right/raw')).rejects.toThrow(
      'GET /notes/right/raw (NoteView.raw) was answered with 200 as its description does not have it:\n' +
        '- The body is application/json, of which nothing is described. Say with @Returns what it is.\n\n' +
        'Body: {"anything":true}',
    );
  });

  it('fails for another type of JSON than the document has', async () => {
    @Route('/notes')
    class PlainView {
      @Get()
      @Raises(NotFoundError)
      list() {
        return new JsonResponse({ message: 'None.' }, { status: 404 });
      }
    }
    @Module({ routes: [PlainView] })
    class PlainModule {}
    const plain = await createTestKernel(PlainModule, { contract: true });

    await expect(plain.client.get('/notes')).rejects.toThrow(
      'GET /notes (PlainView.list) was answered with 404 as its description does not have it:\n' +
        '- The body is application/json, but described is application/problem+json.\n\n' +
        'Body: {"message":"None."}',
    );
    await plain.close();
  });

  it('lets one call pass, or one client', async () => {
    const { client } = kernel;

    expect((await client.get('/notes/taken', { contract: false })).status).toBe(409);
    expect((await client.withDefaults({ contract: false }).get('/notes/taken')).status).toBe(409);
  });
});

describe('a contract', () => {
  it('is that of the document which the application serves', async () => {
    const errorSchema = { type: 'object', properties: { message: { type: 'string' } } } as const;
    const entry = openApi({ title: 'Notes', version: '1', ui: false, errorSchema });
    @Module({ routes: [NoteView], plugins: [entry] })
    class ServingModule {}
    const kernel = await createTestKernel(ServingModule);
    const client = kernel.client.withDefaults({ contract: true });

    await expect(client.get('/notes/none')).rejects.toThrow(
      '- The body is application/problem+json, but described is application/json.',
    );
    await kernel.close();
  });

  it('says what to install', async () => {
    jest.doMock('ajv/dist/2020', () => {
      throw new Error('Cannot find module');
    });
    const kernel = await createTestKernel(NotesModule, { contract: true });

    await expect(kernel.client.get('/notes/right')).rejects.toThrow(
      "`contract` checks answers against the API's document, but the package ajv is not installed.\n" +
        '  Run npm install --save-dev ajv, or remove `contract`. [Q319]',
    );
    jest.dontMock('ajv/dist/2020');
    await kernel.close();
  });
});
