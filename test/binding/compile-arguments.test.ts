/* eslint-disable max-params -- each parameter is a case */
import { IsInt, IsString } from 'class-validator';
import {
  Body,
  Cookie,
  Get,
  Header,
  type HttpRequest,
  Module,
  Param,
  Post,
  Query,
  Req,
  Route,
  Signal,
} from '../../src/index';
import { ask, closeKernels, startKernel } from '../kernel/start-kernel';

afterEach(closeKernels);

const Color = { Red: 'red', Blue: 'blue' } as const;

class IdParams {
  @IsString() id!: string;
}

class AllQuery {
  @IsInt() b!: number;
  @IsString() c!: string;
}

class Named {
  @IsString() name!: string;
}

@Route('/a')
class ArgumentsView {
  @Get('/query') query(
    @Query('page') page: number,
    @Query('isOpen') isOpen: boolean,
    @Query('ids', [Number]) ids: number[],
    @Query('color', Color) color: 'red' | 'blue',
    @Query('since') since: Date,
    @Query('big') big: bigint,
    @Query('size', Number) size = 10,
  ) {
    return { page, isOpen, ids, color, since, big: String(big), size };
  }

  @Get('/names') names(
    @Query('constructor') own: string,
    @Query('__proto__') prototype: string,
    @Query('toString') text: string,
    @Header('constructor') header: string,
  ) {
    return [own, prototype, text, header].map((each) => typeof each);
  }

  @Get('/headers') headers(
    @Header('X-Count') count: number,
    @Cookie('session') session: string,
    @Cookie('missing', String) missing: string | undefined,
    @Header() all: Record<string, string>,
  ) {
    return { count, session, missing: typeof missing, host: typeof all['host'] };
  }

  @Get('/request/:id') request(
    @Req() request: HttpRequest,
    @Signal() signal: AbortSignal,
    @Param() params: IdParams,
    @Query() all: AllQuery,
  ) {
    return { path: request.path, isSignal: signal === request.signal, isAborted: signal.aborted, params, all };
  }

  @Get('/param/:id') param(@Param('id') id: number) {
    return { id };
  }

  @Get('/converted/<int:id>') converted(@Param('id') id: number) {
    return { id, type: typeof id };
  }

  @Post('/body') body(@Body() body: Named) {
    return { name: body.name };
  }
}

@Module({ routes: [ArgumentsView] })
class Root {}

describe('arguments', () => {
  it('are converted to the given and the emitted types', async () => {
    const kernel = await startKernel(Root);

    const answer = await ask(
      kernel,
      '/a/query?page=2&isOpen=1&ids=1&ids=2&color=red&since=2024-05-31&big=9007199254740993&size=3',
    );

    expect(answer.body).toEqual({
      page: 2,
      isOpen: true,
      ids: [1, 2],
      color: 'red',
      since: '2024-05-31T00:00:00.000Z',
      big: '9007199254740993',
      size: 3,
    });
  });

  it('are a list of one for one value, undefined or the default when absent', async () => {
    const kernel = await startKernel(Root);

    expect((await ask(kernel, '/a/query?ids=1')).body).toEqual({ ids: [1], big: 'undefined', size: 10 });
  });

  it('that do not fit are answered with 422, all at once', async () => {
    const kernel = await startKernel(Root);

    const { status, body, headers } = await ask(
      kernel,
      '/a/query?page=x&isOpen=yes&ids=1&ids=y&color=green&since=1&big=',
    );

    expect(status).toBe(422);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Unprocessable Entity',
      status: 422,
      requestId: expect.any(String) as unknown,
      errors: [
        { in: 'query', pointer: '/page', rule: 'isNumber', message: 'page must be a number.' },
        { in: 'query', pointer: '/isOpen', rule: 'isBoolean', message: 'isOpen must be true or false, or 1 or 0.' },
        { in: 'query', pointer: '/ids', rule: 'isNumber', message: 'ids must be a list, and each of it a number.' },
        { in: 'query', pointer: '/color', rule: 'isEnum', message: 'color must be one of red, blue.' },
        {
          in: 'query',
          pointer: '/since',
          rule: 'isDate',
          message: 'since must be a date such as 2024-05-31, or a time such as 2024-05-31T12:00:00Z.',
        },
        { in: 'query', pointer: '/big', rule: 'isBigInt', message: 'big must be a whole number.' },
      ],
    });
  });

  it('are refused where several values stand for one', async () => {
    const kernel = await startKernel(Root);

    expect((await ask(kernel, '/a/query?page=1&page=2')).body).toMatchObject({
      errors: [{ in: 'query', pointer: '/page', rule: 'isNumber', message: 'page must be a single value.' }],
    });
  });

  it('never reach what objects inherit', async () => {
    const kernel = await startKernel(Root);

    expect((await ask(kernel, '/a/names')).body).toEqual(['undefined', 'undefined', 'undefined', 'undefined']);
  });

  it('come from headers in any case, and from cookies', async () => {
    const kernel = await startKernel(Root);

    const { payload } = await kernel.server.inject({
      url: '/a/headers',
      headers: { 'x-count': '3', cookie: 'a=b; session=s%20t' },
    });

    expect(JSON.parse(payload)).toEqual({ count: 3, session: 's t', missing: 'undefined', host: 'string' });
  });

  it('are the request, its signal, and whole sources', async () => {
    const kernel = await startKernel(Root);

    expect((await ask(kernel, '/a/request/7?b=1&c=2')).body).toEqual({
      path: '/a/request/7',
      isSignal: true,
      isAborted: false,
      params: { id: '7' },
      all: { b: 1, c: '2' },
    });
  });

  it('of the path are converted to the declared type, or 422', async () => {
    const kernel = await startKernel(Root);

    expect((await ask(kernel, '/a/param/7')).body).toEqual({ id: 7 });
    expect(await ask(kernel, '/a/param/x')).toMatchObject({
      status: 422,
      body: { errors: [{ in: 'path', pointer: '/id', rule: 'isNumber', message: 'id must be a number.' }] },
    });
  });

  it('of the path are what the converter made, which is no match where it does not fit', async () => {
    const kernel = await startKernel(Root);

    expect((await ask(kernel, '/a/converted/007')).body).toEqual({ id: 7, type: 'number' });
    expect((await ask(kernel, '/a/converted/x')).status).toBe(404);
  });

  it('are the parsed body', async () => {
    const kernel = await startKernel(Root);

    const { payload } = await kernel.server.inject({ method: 'POST', url: '/a/body', payload: { name: 'Ada' } });

    expect(JSON.parse(payload)).toEqual({ name: 'Ada' });
  });
});
