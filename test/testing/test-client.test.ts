import { Get, HttpRequest, JsonResponse, Module, Post, Put, Req, Route } from '../../src/index';
import { createTestKernel, type TestKernel } from '../../src/testing/index';

@Route('/echo')
class EchoView {
  @Get()
  @Put()
  show(@Req() request: HttpRequest) {
    const { 'content-type': type, cookie, 'x-test': test } = request.headers;
    return { query: request.query, type, cookie, test, ip: request.ip };
  }

  @Post()
  keep(@Req() request: HttpRequest) {
    return new JsonResponse({ body: request.body, type: request.headers['content-type'] }, { status: 201 });
  }
}

@Module({ routes: [EchoView] })
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
