import { Get, HttpRequest, HttpResponse, Module, Post, Put, Query, Req, Route } from '../../src/index';
import { createTestKernel, type TestKernel } from '../../src/testing/index';

@Route('/')
class RedirectsView {
  @Get('go')
  @Post('go')
  @Put('go')
  go(@Query('status') status: number, @Query('to') to: string) {
    return new HttpResponse(undefined, { status, headers: { location: to } });
  }

  @Get('end')
  @Put('end')
  end(@Req() { method, headers, query, body }: HttpRequest) {
    return { method, body, type: headers['content-type'], query };
  }

  @Get('deeper')
  deeper(@Query('level') level: number) {
    return new HttpResponse(undefined, { status: 302, headers: { location: `/deeper?level=${level + 1}` } });
  }

  @Get('first')
  first(@Req() { headers }: HttpRequest) {
    if (headers.cookie === 'seen=1') return new HttpResponse('welcome');
    const response = new HttpResponse(undefined, { status: 302, headers: { location: '/first' } });
    response.setCookie('seen', '1');
    return response;
  }
}

@Module({ routes: [RedirectsView] })
class AppModule {}

describe('redirects', () => {
  let kernel: TestKernel;

  beforeAll(async () => {
    kernel = await createTestKernel(AppModule);
  });

  afterAll(() => kernel.close());

  const target = (status: number, to = '/end') => `/go?status=${status}&to=${encodeURIComponent(to)}`;

  it('are answers like others, unless they are to be followed', async () => {
    const response = await kernel.client.get(target(302));

    expect([response.status, response.headers.location, response.redirects]).toEqual([302, '/end', []]);
  });

  it.each([301, 302, 303])('are followed with GET and no body: %i', async (status) => {
    const response = await kernel.client.post(target(status), { body: { a: 1 }, follow: true });

    expect(response.json()).toEqual({ method: 'GET', query: {} });
    expect(response.redirects).toEqual(['/end']);
  });

  it.each([307, 308])('keep method and body: %i', async (status) => {
    const response = await kernel.client.put(target(status), { body: { a: 1 }, follow: true });

    expect(response.json()).toEqual({ method: 'PUT', body: { a: 1 }, type: 'application/json', query: {} });
  });

  it('keep HEAD', async () => {
    const response = await kernel.client.head(target(303), { follow: true });

    expect([response.status, response.text, response.trace]).toEqual([200, '', ['RedirectsView.end']]);
  });

  it('are followed one after the other, relative ones and those with a host', async () => {
    const first = target(302, `http://localhost${target(302, 'end?a=1')}`);
    const response = await kernel.client.withDefaults({ follow: true }).get(first);

    expect(response.json()).toMatchObject({ query: { a: '1' } });
    expect(response.redirects).toEqual([target(302, 'end?a=1'), '/end?a=1']);
  });

  it('to another host are not followed', async () => {
    const response = await kernel.client.get(target(302, 'https://example.com/end'), { follow: true });

    expect([response.status, response.redirects]).toEqual([302, []]);
  });

  it('fail where they go in a circle', async () => {
    const circle = '/go?status=302&to=/go';
    const url = `/go?status=302&to=${encodeURIComponent(circle)}`;
    const around = jest.spyOn(RedirectsView.prototype, 'go');
    around.mockImplementation(() => new HttpResponse(undefined, { status: 302, headers: { location: '/go' } }));

    await expect(kernel.client.get(url, { follow: true })).rejects.toThrow(
      new Error(`The redirects go in a circle: ${url} → /go → /go.`),
    );
    around.mockRestore();
  });

  it('may lead back to where a cookie makes a difference', async () => {
    const response = await kernel.client.get('/first', { follow: true });

    expect([response.text, response.redirects]).toEqual(['welcome', ['/first']]);
  });

  it('fail where they are too many', async () => {
    await expect(kernel.client.get('/deeper?level=0', { follow: true })).rejects.toThrow(
      /^There are more than 20 redirects: \/deeper\?level=0 → .* → \/deeper\?level=21\.$/,
    );
  });
});
