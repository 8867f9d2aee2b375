import formbody from '@fastify/formbody';
import { Expose } from 'class-transformer';
import { IsInt, IsString } from 'class-validator';

import {
  Body,
  Cookie,
  converter,
  Delete,
  File,
  Files,
  ForbiddenError,
  Get,
  Header,
  HttpError,
  Middleware,
  Module,
  NotFoundError,
  Optional,
  Param,
  path,
  plugin,
  Post,
  Put,
  Query,
  Raises,
  RawBody,
  RedirectView,
  Route,
  type UploadedFile,
  UseMiddleware,
} from '../../src/index';
import { createOpenApi, Doc, type OpenApiOptions } from '../../src/openapi/index';
import type { Class } from '../../src/metadata/class';
import type { ModuleOptions } from '../../src/metadata/modules';
import { findFaults } from './find-faults';

const about: OpenApiOptions = { title: 'Things', version: '1' };

describe('the parameters of an operation', () => {
  enum Order {
    Up = 'up',
    Down = 'down',
  }

  class Page {
    @Optional() @IsInt() page = 1;
    @IsString() search!: string;
  }

  @Route('/<year:year>/<slug:name>/:size/<uuid:id>')
  class ShownView {
    @Get('/<path:rest>')
    show(
      @Param('size') size: number,
      @Query() page: Page,
      @Query('order', Order) order: Order,
      @Query('tags', [String]) tags: string[],
      @Header('X-Trace') trace: string,
      @Header('authorization') authorization: string,
      @Cookie('theme') theme: string,
    ) {
      return [size, page, order, tags, trace, authorization, theme];
    }
  }

  const year = converter('year', { pattern: /[12]\d{3}/, parse: Number, format: String });

  it('say what each may be, of whatever source', async () => {
    const document = describeViews([ShownView], { converters: [year] });
    const { parameters } = Object.values(document.paths)[0]?.get ?? {};

    expect(Object.keys(document.paths)).toEqual(['/{year}/{name}/{size}/{id}/{rest}']);
    expect(parameters).toEqual([
      { name: 'year', in: 'path', required: true, schema: { type: 'string', pattern: '^(?:[12]\\d{3})$' } },
      { name: 'name', in: 'path', required: true, schema: { type: 'string', pattern: '^[-a-zA-Z0-9_]+$' } },
      { name: 'size', in: 'path', required: true, schema: { type: 'number' } },
      { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
      {
        name: 'rest',
        in: 'path',
        required: true,
        schema: { type: 'string', description: 'The rest of the path, slashes included.' },
      },
      { name: 'page', in: 'query', required: false, schema: { type: 'integer', default: 1 } },
      { name: 'search', in: 'query', required: true, schema: { type: 'string' } },
      { name: 'order', in: 'query', required: false, schema: { type: 'string', enum: ['up', 'down'] } },
      {
        name: 'tags',
        in: 'query',
        required: false,
        schema: { type: 'array', items: { type: 'string' } },
        style: 'form',
        explode: true,
      },
      { name: 'X-Trace', in: 'header', required: false, schema: { type: 'string' } },
      { name: 'theme', in: 'cookie', required: false, schema: { type: 'string' } },
    ]);
    expect(await findFaults(document)).toEqual([]);
  });
});

describe('the body of an operation', () => {
  class Caption {
    @IsString() caption!: string;
  }

  @Route('/files')
  class FilesView {
    @Post()
    upload(
      @File('avatar', { maxSize: 200, types: ['image/*'] }) avatar: UploadedFile,
      @Files('others', { maxCount: 3, optional: true }) others: UploadedFile[],
      @Body() body: Caption,
    ) {
      return [avatar, others, body];
    }

    @Put()
    replace(@RawBody() bytes: Buffer) {
      return bytes;
    }

    @Put('/captions')
    caption(@Body([Caption]) body: Caption[]) {
      return body;
    }

    @Put('/caption')
    one(@Body() body: Caption) {
      return body;
    }
  }

  it('is a form where there are files', async () => {
    const document = describeViews([FilesView], {});

    expect(document.paths['/files']?.post?.requestBody).toEqual({
      required: true,
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object',
            properties: {
              caption: { type: 'string' },
              avatar: { type: 'string', format: 'binary', description: 'At most 200 bytes.' },
              others: {
                type: 'array',
                items: { type: 'string', format: 'binary' },
                maxItems: 3,
                description: 'At most 5000000 bytes each.',
              },
            },
            required: ['caption', 'avatar'],
            additionalProperties: false,
          },
          encoding: { avatar: { contentType: 'image/*' } },
        },
      },
    });
    expect(await findFaults(document)).toEqual([]);
  });

  it('is bytes, or a list', () => {
    const { paths } = describeViews([FilesView], {});

    expect(paths['/files']?.put?.requestBody).toEqual({
      required: false,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    });
    expect(paths['/files/captions']?.put?.requestBody).toEqual({
      required: true,
      content: {
        'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Caption' } } },
      },
    });
  });

  it('may be a form where a plugin reads forms', () => {
    const { paths } = describeViews([FilesView], { plugins: [plugin(formbody)] });
    const schema = { $ref: '#/components/schemas/Caption' };

    expect(paths['/files/caption']?.put?.requestBody?.content).toEqual({
      'application/json': { schema },
      'application/x-www-form-urlencoded': { schema },
    });
  });
});

describe('the answers of an operation', () => {
  class GoneFishing extends HttpError {
    constructor() {
      super(418, 'Nobody is here.');
    }
  }
  class NoSuchThing extends NotFoundError {
    constructor(id: number) {
      super(`There is no thing ${id}.`);
    }
  }

  @Middleware()
  @Raises(ForbiddenError)
  class Guard implements Middleware {
    processView() {
      return undefined;
    }
  }

  @Route('/things/:id')
  @Raises(GoneFishing)
  class ThingView {
    @Get()
    @UseMiddleware(Guard)
    @Raises(NoSuchThing)
    @Doc({ responses: { 303: 'It has moved.', 404: 'It is not there.' } })
    show(@Param('id') id: string) {
      return id;
    }

    @Delete({ status: 204 })
    remove() {
      return;
    }
  }

  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

  it('are what it, its view and its middleware raise, and what @Doc says', () => {
    const { paths } = describeViews([ThingView], {});

    expect(paths['/things/{id}']?.get?.responses).toEqual({
      200: { description: 'OK' },
      303: { description: 'It has moved.' },
      403: { description: 'Forbidden', content: problem },
      404: { description: 'It is not there.', content: problem },
      418: { description: 'Nobody is here.', content: problem },
    });
    expect(paths['/things/{id}']?.delete?.responses).toEqual({
      204: { description: 'No Content' },
      418: { description: 'Nobody is here.', content: problem },
    });
  });

  it('have the shape of errors that the application has', () => {
    class PlainError {
      @Expose() message!: string;
    }
    const ofClass = describeViews([ThingView], {}, { ...about, errorSchema: PlainError });
    const ofSchema = describeViews([ThingView], {}, { ...about, errorSchema: { type: 'string' } });

    expect(ofClass.paths['/things/{id}']?.delete?.responses[418]?.content).toEqual({
      'application/json': { schema: { $ref: '#/components/schemas/PlainError' } },
    });
    expect(ofSchema.components.schemas).toEqual({ Error: { type: 'string' } });
  });

  it('are a redirect where nothing else is', () => {
    const redirect = path('/old', RedirectView, { init: { url: '/new', permanent: true } });
    const { paths } = describeModule({ routes: [redirect] });

    expect(Object.keys(paths['/old'] ?? {})).toEqual(['get']);
    expect(paths['/old']?.get?.responses).toEqual({
      308: {
        description: 'Permanent Redirect',
        headers: { location: { schema: { type: 'string', format: 'uri-reference' } } },
      },
    });
  });
});

describe('an operation', () => {
  @Route('/notes/<int:id>')
  @Doc({ tags: ['Reading'], description: 'Of notes.' })
  class NoteView {
    @Get('/text')
    @Get()
    @Doc({ summary: 'Shows it' })
    show() {
      return 1;
    }

    @Put()
    @Doc({ hidden: true })
    change() {
      return 1;
    }
  }

  @Route('/notes/<slug:slug>')
  class NamedView {
    @Get()
    show() {
      return 1;
    }

    @Delete({ status: 204 })
    @Doc({ operationId: 'forget' })
    remove() {
      return;
    }
  }

  it('has an id of its own, and what @Doc says of it and of its view', () => {
    const { paths, tags } = describeViews([NoteView], {});

    expect(paths['/notes/{id}']).toMatchObject({
      get: { operationId: 'noteShow', tags: ['Reading'], summary: 'Shows it', description: 'Of notes.' },
    });
    expect(paths['/notes/{id}/text']?.get?.operationId).toBe('noteShow2');
    expect(paths['/notes/{id}']?.put).toBeUndefined();
    expect(tags).toEqual([{ name: 'Reading' }]);
  });

  it('shares the path of another that differs in the names of parameters alone', () => {
    const { paths } = describeViews([NoteView, NamedView], {});

    expect(paths['/notes/{id}']?.delete).toMatchObject({
      operationId: 'forget',
      parameters: [{ name: 'id', schema: { type: 'string', pattern: '^[-a-zA-Z0-9_]+$' } }],
    });
    expect(paths['/notes/{slug}']?.get?.operationId).toBe('namedShow');
  });

  it('needs one of the schemes, unless told', () => {
    const schemes = { a: { type: 'http', scheme: 'basic' }, b: { type: 'http', scheme: 'bearer' } } as const;
    const { paths } = describeViews([NamedView], {}, { ...about, security: { schemes } });

    expect(paths['/notes/{slug}']?.get?.security).toEqual([{ a: [] }, { b: [] }]);
    expect(Object.keys(paths['/notes/{slug}']?.get?.responses ?? {})).toEqual(['200', '401']);
  });
});

function describeViews(routes: readonly Class[], options: ModuleOptions, said = about) {
  return describeModule({ ...options, routes }, said);
}

function describeModule(options: ModuleOptions, said = about) {
  @Module(options)
  class ThingsModule {}
  return createOpenApi(ThingsModule, said);
}
