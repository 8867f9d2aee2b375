import {
  Body,
  Delete,
  Get,
  Header,
  HttpResponse,
  type HttpRequest,
  Middleware,
  type MiddlewareHooks,
  Param,
  Post,
  Query,
  Route,
} from '../../src/index';
import { ask, RawConnection, type RawRequest, toRequest } from '../support/raw-http';
import { startWire, stopKernels } from '../support/wire-kernel';

afterEach(stopKernels);

const json = { 'content-type': 'application/json' };

@Route('/admin')
class AdminView {
  @Get()
  show() {
    return 'admin';
  }
}

@Route('/notes/:name')
class NoteView {
  @Get()
  show(@Param('name') name: string) {
    return { name };
  }

  @Delete()
  remove(@Param('name') name: string) {
    return { name };
  }
}

@Route('/files/<path:path>')
class FileView {
  @Get()
  show(@Param('path') path: string) {
    return { path };
  }
}

@Route('/echo')
class EchoView {
  @Get()
  query(@Query() query: unknown, @Header('x-twice') twice: string) {
    return { query, twice, polluted: ({} as Record<string, unknown>)['polluted'] };
  }

  @Post()
  body(@Body() body: unknown) {
    return { body };
  }

  @Get('header')
  header(@Query('value') value: string) {
    return new HttpResponse('ok', { headers: { 'x-value': value } });
  }
}

const routes = [AdminView, NoteView, FileView, EchoView];

/** An application that counts the requests its middleware has seen. */
async function startCounting() {
  let count = 0;

  @Middleware()
  class CountingMiddleware implements MiddlewareHooks {
    processRequest(request: HttpRequest) {
      count++;
      return request.headers['x-refuse'] === undefined ? undefined : new HttpResponse('no', { status: 401 });
    }
  }

  const wire = await startWire({ routes, middleware: [CountingMiddleware] });
  return { ...wire, readCount: () => count };
}

/** Asks once, and proves that the middleware has seen it and that the process goes on. */
async function askBadly(line: string, request: RawRequest = {}) {
  const { origin, readCount, log } = await startCounting();
  const answer = await ask(origin, line, request);
  const seen = readCount();
  const next = await ask(origin, 'GET /admin');
  return { ...answer, seen, isAlive: next.body === 'admin', log };
}

const good = { seen: 1, isAlive: true };

describe('bad paths', () => {
  it.each([
    ['GET /notes/a%2Fb', '{"name":"a/b"}'],
    ['GET /files/a%2Fb', '{"path":"a/b"}'],
    ['GET /files/../admin', '{"path":"../admin"}'],
    ['GET http://elsewhere/admin', 'admin'],
    ['GET HTTP://elsewhere/admin?a', 'admin'],
    ['GET /notes/%3Cscript%3E', '{"name":"<script>"}'],
  ])('answers %s through the middleware', async (line, body) => {
    expect(await askBadly(line)).toMatchObject({ ...good, status: 200, body });
  });

  it.each([
    'GET /notes%2Fa',
    'GET /admin%2F',
    'GET //admin',
    'GET /admin//',
    'GET /admin/',
    'GET /ADMIN',
    'GET /admin;x',
    'GET /./admin',
    'GET /notes/',
    'GET /__proto__',
    'GET /constructor',
    'GET http://elsewhere//admin',
  ])('answers %s with 404, through the middleware', async (line) => {
    expect(await askBadly(line)).toMatchObject({ ...good, status: 404 });
  });

  it.each([
    'GET *admin',
    'GET *',
    'OPTIONS *',
    'GET /admin#y',
    'GET /x#y',
    'GET /%zz',
    'GET /notes/%',
    'GET /notes/%ff',
    'GET /notes/%C0%AF',
    'GET ftp://elsewhere/admin',
  ])('answers %s with 400, through the middleware, and tells nothing of the router', async (line) => {
    const answer = await askBadly(line);

    expect(answer).toMatchObject({ ...good, status: 400 });
    expect(JSON.parse(answer.body)).toMatchObject({
      title: 'Bad Request',
      detail: 'The target of the request is not a valid path.',
    });
    expect(answer.log.readProblems()).toEqual([
      expect.stringContaining('was answered 400: The target of the request is not a valid path.'),
    ]);
  });

  it('answers a URL of 1 MB with 431, and goes on', async () => {
    expect(await askBadly(`GET /notes/${'a'.repeat(1_000_000)}`)).toMatchObject({
      status: 431,
      seen: 0,
      isAlive: true,
    });
  });

  it('takes a parameter of 15 kB, which is within the limits of Node and of the router', async () => {
    const name = 'a'.repeat(15_000);

    expect(await askBadly(`GET /notes/${name}`)).toMatchObject({ ...good, status: 200, body: `{"name":"${name}"}` });
  });
});

describe('bad keys and headers', () => {
  it.each([
    '{"__proto__":{"polluted":true}}',
    '{"a":{"__proto__":{"polluted":true}}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"\\u005f_proto__":{"polluted":true}}',
  ])('answers the body %s with 400', async (body) => {
    expect(await askBadly('POST /echo', { headers: json, body })).toMatchObject({ ...good, status: 400 });
  });

  it.each(['__proto__', 'constructor', 'prototype'])('answers the key %s in a query with 400', async (key) => {
    const answer = await askBadly(`GET /echo?a=1&${key}=2`);

    expect(answer).toMatchObject({ ...good, status: 400 });
    expect(JSON.parse(answer.body)).toMatchObject({ detail: `The query must not have the key "${key}".` });
  });

  it.each(['__proto__[polluted]', 'constructor.prototype.polluted'])(
    'takes the query key %s as a plain name, and pollutes nothing',
    async (key) => {
      const answer = await askBadly(`GET /echo?${key}=1`);

      expect(answer).toMatchObject({ ...good, status: 200, body: `{"query":{"${key}":"1"}}` });
    },
  );

  it('answers a header injection with 500, and sends no such header', async () => {
    const answer = await askBadly('GET /echo/header?value=a%0D%0Aset-cookie:%20b=1');

    expect(answer).toMatchObject({ ...good, status: 500 });
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(answer.headers).not.toHaveProperty('x-value');
    expect(answer.log.readErrors()).toEqual(['Invalid character in header content ["x-value"]']);
  });

  it('joins duplicate headers, and refuses those that must be one', async () => {
    const { origin, readCount } = await startCounting();
    const twice = 'GET /echo HTTP/1.1\r\nhost: a\r\nx-twice: 1\r\nx-twice: 2\r\n\r\n';
    const lengths = 'POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab';
    const connection = new RawConnection(origin).write(twice);
    const joined = await connection.readAnswer();
    connection.destroy();

    const refused = await new RawConnection(origin).write(lengths).readToEnd();

    expect(joined.body).toBe('{"query":{},"twice":"1, 2"}');
    expect(refused).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/);
    expect(readCount()).toBe(1);
    expect((await ask(origin, 'GET /admin')).status).toBe(200);
  });
});

describe('bad bodies', () => {
  it.each([
    ['malformed JSON', json, '{"a":', 400],
    ['no JSON at all', json, '', 400],
    ['an unknown type', { 'content-type': 'application/x-unknown' }, 'a', 415],
    ['a type that is none', { 'content-type': ';;' }, 'a', 415],
    ['a body that is shorter than it says', { ...json, 'content-length': '0' }, '', 400],
  ])('answers %s with %s', async (_, headers, body, status) => {
    expect(await askBadly('POST /echo', { headers, body })).toMatchObject({ ...good, status });
  });

  it('answers a body of 2 MB with 413', async () => {
    expect(await askBadly('POST /echo', { headers: json, body: `"${'a'.repeat(2_000_000)}"` })).toMatchObject({
      ...good,
      status: 413,
    });
  });

  it('answers a chunked body of 2 MB with 413', async () => {
    const chunk = `100000\r\n${'a'.repeat(1_048_576)}\r\n`;
    const { origin, readCount } = await startCounting();
    const head = toRequest('POST /echo', { headers: { ...json, 'transfer-encoding': 'chunked' } });
    const connection = new RawConnection(origin).write(head + chunk + chunk + '0\r\n\r\n');

    expect((await connection.readAnswer()).status).toBe(413);
    expect(readCount()).toBe(1);
    connection.destroy();
  });

  it('takes invalid UTF-8 in a body as replacement characters, and goes on', async () => {
    const { origin } = await startCounting();
    const head = toRequest('POST /echo', { headers: { ...json, 'content-length': '4' } });
    const connection = new RawConnection(origin).write(
      Buffer.concat([Buffer.from(head), Buffer.from([34, 255, 254, 34])]),
    );

    const answer = await connection.readAnswer();
    connection.destroy();

    expect(answer).toMatchObject({ status: 200, body: '{"body":"��"}' });
    expect((await ask(origin, 'GET /admin')).status).toBe(200);
  });

  it('answers a DELETE with a JSON type and no body', async () => {
    expect(await askBadly('DELETE /notes/a', { headers: json })).toMatchObject({ ...good, status: 200 });
  });
});

describe('malformed HTTP', () => {
  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['an unknown method', 'FOO /admin HTTP/1.1\r\nhost: a\r\n\r\n', 400],
    ['a target that is no path', 'GET admin HTTP/1.1\r\nhost: a\r\n\r\n', 400],
    ['no host', 'GET /admin HTTP/1.1\r\n\r\n', 400],
    ['a space in a header name', 'GET /admin HTTP/1.1\r\nhost: a\r\nx a: 1\r\n\r\n', 400],
    [
      'two ways to tell the length',
      'POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
      400,
    ],
    ['headers of 100 kB', `GET /admin HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`, 431],
  ])('is refused by Node below the cycle: %s', async (_, bytes, status) => {
    const { origin, readCount } = await startCounting();

    const received = await new RawConnection(origin).write(bytes).readToEnd();

    expect(received).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(readCount()).toBe(0);
    expect((await ask(origin, 'GET /admin')).status).toBe(200);
  });
});

describe('early answers to requests whose body nobody reads', () => {
  const refused = { ...json, 'x-refuse': 'yes' };

  it('keeps the connection where the body is within the limit', async () => {
    const { origin } = await startCounting();
    const connection = new RawConnection(origin);
    connection.write(toRequest('POST /echo', { headers: refused, body: 'a'.repeat(500_000) }));

    const first = await connection.readAnswer();
    const second = await connection.write(toRequest('GET /admin')).readAnswer();
    connection.destroy();

    expect(first).toMatchObject({ status: 401, body: 'no' });
    expect(first.headers['connection']).toBe('keep-alive');
    expect(second.body).toBe('admin');
  });

  it.each([
    ['a body above the limit', { 'content-length': '2000000' }, 'POST /echo', 401],
    ['a body of unknown length', { 'transfer-encoding': 'chunked' }, 'POST /echo', 401],
    ['a body above the limit, without a route', { 'content-length': '2000000' }, 'POST /missing', 404],
  ])('closes the connection after %s', async (_, headers, line, status) => {
    const { origin } = await startCounting();
    const first = status === 401 ? refused : json;
    const connection = new RawConnection(origin).write(toRequest(line, { headers: { ...first, ...headers } }));

    const answer = await connection.readAnswer();
    await connection.readToEnd();

    expect(answer.status).toBe(status);
    expect(answer.headers['connection']).toBe('close');
    expect((await ask(origin, 'GET /admin')).status).toBe(200);
  });
});
