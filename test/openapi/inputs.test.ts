import formbody from '@fastify/formbody';
import { IsInt, IsString } from 'class-validator';

import {
  Body,
  Cookie,
  converter,
  File,
  Files,
  Get,
  Header,
  Optional,
  Param,
  plugin,
  Post,
  Put,
  Query,
  RawBody,
  Route,
  type UploadedFile,
} from '../../src/index';
import { describeViews } from './describe-module';
import { findFaults } from './find-faults';

describe('the parameters of an operation', () => {
  const orders = { up: 'up', down: 'down' } as const;

  class Page {
    @Optional() @IsInt() page = 1;
    @IsString() search!: string;
  }

  @Route('/<year:year>/<slug:name>/:size/<uuid:id>')
  class ShownView {
    // eslint-disable-next-line max-params -- one parameter of each kind
    @Get('/<path:rest>')
    show(
      @Param('size') size: number,
      @Query() page: Page,
      @Query('order', orders) order: 'up' | 'down',
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
