import type { FastifyPluginCallback } from 'fastify';

import { Get, HttpRequest, JsonResponse, Module, plugin, Post, Put, Req, Route } from '../../src/index';
import { createTestKernel, type TestKernel } from '../../src/testing/index';

@Route('/echo')
class EchoView {
  @Get()
  @Put()
  show(@Req() request: HttpRequest) {
    const { 'content-type': type, cookie, 'x-test': test } = request.headers;
    return { query: request.query, type, cookie, test, ip: request.ip };
  }

  @Post('upload')
  upload(@Req() { body, headers }: HttpRequest) {
    return { received: body, type: headers['content-type'] };
  }

  @Post()
  keep(@Req() request: HttpRequest) {
    return new JsonResponse({ body: request.body, type: request.headers['content-type'] }, { status: 201 });
  }
}

interface Upload {
  readonly received: string;
  readonly type: string;
}

// What comes is kept as it is.
const uploads: FastifyPluginCallback = (server, _options, done) => {
  server.addContentTypeParser('multipart/form-data', { parseAs: 'string' }, (_request, body, parsed) => {
    parsed(null, body);
  });
  done();
};

@Module({ routes: [EchoView], plugins: [plugin(Object.assign(uploads, { [Symbol.for('skip-override')]: true }))] })
class AppModule {}

describe('the client of a test kernel', () => {
  let kernel: TestKernel;

  beforeAll(async () => {
    kernel = await createTestKernel(AppModule);
  });

  afterAll(() => kernel.close());

  it('sends query, headers and cookies', async () => {
    const response = await kernel.client.get('/echo?a=1', {
      query: { b: 2, c: ['x', 'y z'], d: undefined },
      headers: { 'X-Test': 'yes' },
      cookies: { session: 'a;b', theme: 'dark' },
    });

    expect(response.json()).toEqual({
      query: { a: '1', b: '2', c: ['x', 'y z'] },
      cookie: 'session=a%3Bb; theme=dark',
      test: 'yes',
      ip: '127.0.0.1',
    });
  });

  it('sends a value as JSON', async () => {
    const response = await kernel.client.post('/echo', { body: { note: 'Ä' } });

    expect(response.status).toBe(201);
    expect(response.json()).toEqual({ body: { note: 'Ä' }, type: 'application/json' });
  });

  it('sends text as it is, with the type that the test gives', async () => {
    const plain = await kernel.client.post('/echo', { body: 'a text' });
    const malformed = await kernel.client.post('/echo', {
      body: '{',
      headers: { 'content-type': 'application/json' },
    });

    expect(plain.json()).toEqual({ body: 'a text', type: 'text/plain; charset=utf-8' });
    expect(malformed.status).toBe(400);
  });

  it('sends forms and bytes with their types', async () => {
    const form = await kernel.client.put('/echo', { body: new URLSearchParams({ a: '1' }) });
    const bytes = await kernel.client.post('/echo', {
      body: Buffer.from('abc'),
      headers: { 'content-type': 'text/plain' },
    });

    expect(form.status).toBe(415);
    expect(bytes.json()).toEqual({ body: 'abc', type: 'text/plain' });
  });

  it('sends uploads, with their boundaries', async () => {
    const form = new FormData();
    form.append('title', 'Ä');
    form.append('photo', new Blob(['pixels'], { type: 'image/png' }), 'me.png');

    const { received, type } = (await kernel.client.post('/echo/upload', { body: form })).json<Upload>();
    const boundary = /^multipart\/form-data; boundary=(\S+)$/.exec(type)?.[1] ?? '';

    expect(received.split(`--${boundary}`)).toEqual([
      '',
      '\r\nContent-Disposition: form-data; name="title"\r\n\r\nÄ\r\n',
      '\r\nContent-Disposition: form-data; name="photo"; filename="me.png"\r\nContent-Type: image/png\r\n\r\npixels\r\n',
      '--\r\n',
    ]);
  });

  it('sends blobs with their type, or none', async () => {
    const typed = await kernel.client.post('/echo', { body: new Blob(['abc'], { type: 'text/plain' }) });
    const untyped = await kernel.client.post('/echo', { body: new Blob(['abc']) });

    expect(typed.json()).toEqual({ body: 'abc', type: 'text/plain' });
    expect(untyped.status).toBe(415);
  });

  it('sends headers with every request, and those of the call in their place', async () => {
    const client = kernel.client.withHeaders({ 'X-Test': 'a' }).withHeaders({ accept: 'b' });

    expect((await client.get('/echo')).json()).toMatchObject({ test: 'a' });
    expect((await client.get('/echo', { headers: { 'x-test': 'c' } })).json()).toMatchObject({ test: 'c' });
    expect((await kernel.client.get('/echo')).json()).not.toHaveProperty('test');
  });

  it('sends and receives more than the connection holds at once', async () => {
    const body = 'x'.repeat(900_000);

    expect((await kernel.client.post('/echo', { body })).json<{ body: string }>().body).toBe(body);
  });

  it('has all seven methods', async () => {
    const { client } = kernel;

    expect((await client.patch('/echo')).status).toBe(405);
    expect((await client.delete('/echo')).headers.allow).toBe('GET, POST, PUT, HEAD, OPTIONS');
    expect((await client.options('/echo')).status).toBe(200);
    expect(await client.head('/echo')).toMatchObject({ status: 200, text: '' });
  });

  it('fails when the connection breaks before there is an answer', async () => {
    kernel.server.server.prependOnceListener('request', (request) => request.socket.destroy());

    await expect(kernel.client.get('/echo')).rejects.toThrow('socket hang up');
  });
});

describe('a test kernel with a socket', () => {
  it('is asked over a port of this machine, and tells as much', async () => {
    const kernel = await createTestKernel(AppModule, { socket: true });
    const [first, second] = await Promise.all([kernel.client.get('/echo?a=1'), kernel.client.get('/echo?a=2')]);
    const other = await fetch(`${kernel.server.listeningOrigin}/echo?a=3`);
    await kernel.close();

    expect([first.json(), second.json()]).toMatchObject([{ query: { a: '1' } }, { query: { a: '2' } }]);
    expect([first.trace, second.answeredBy]).toEqual([['EchoView.show'], 'EchoView.show']);
    expect(await other.json()).toMatchObject({ query: { a: '3' } });
  });

  it('fails where nobody listens any more', async () => {
    const kernel = await createTestKernel(AppModule, { socket: true });
    const address = kernel.server.server.address();
    await kernel.close();
    jest.spyOn(kernel.server.server, 'address').mockReturnValue(address);

    await expect(kernel.client.get('/echo')).rejects.toThrow('ECONNREFUSED');
  });
});
