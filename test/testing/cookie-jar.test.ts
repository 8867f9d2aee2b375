import { Get, HttpRequest, HttpResponse, Module, Query, Req, Route } from '../../src/index';
import { createTestKernel, type TestClient, type TestKernel } from '../../src/testing/index';

@Route('/shop')
class ShopView {
  @Get('*')
  show(@Req() request: HttpRequest, @Query('set', [String]) set: string[] = []) {
    const response = new HttpResponse(request.headers.cookie ?? 'none');
    for (const each of set) response.headers.append('set-cookie', each);
    return response;
  }
}

@Module({ routes: [ShopView] })
class AppModule {}

describe('the cookies of a client', () => {
  let kernel: TestKernel;
  let client: TestClient;

  beforeAll(async () => {
    kernel = await createTestKernel(AppModule);
  });

  beforeEach(() => {
    client = kernel.client;
    client.cookies.clear();
  });

  afterEach(() => jest.useRealTimers());

  afterAll(() => kernel.close());

  async function send(url: string, ...set: string[]): Promise<string> {
    return (await client.get(url, { query: { set } })).text;
  }

  it('are kept and sent back, the last value of each', async () => {
    await send('/shop/a', 'a=1; Path=/', 'b=2; Path=/', 'a=3; Path=/');

    expect(await send('/shop/a')).toBe('a=3; b=2');
  });

  it('are sent to their path and those below it, longer paths first', async () => {
    await send('/shop/cart', 'wide=1; Path=/', 'narrow=2; Path=/shop/cart', 'slash=3; Path=/shop/cart/');

    expect(await send('/shop/cart')).toBe('narrow=2; wide=1');
    expect(await send('/shop/cart/1')).toBe('slash=3; narrow=2; wide=1');
    expect(await send('/shop/cartoon')).toBe('wide=1');
  });

  it('have the folder of the request for a path where none is given', async () => {
    await send('/shop/cart/1', 'a=1', 'b=2; Path=nowhere');

    expect(await send('/shop/cart')).toBe('a=1; b=2');
    expect(await send('/shop/about')).toBe('none');
  });

  it('end with their max-age, which wins over their date', async () => {
    jest.useFakeTimers({ now: 0 });
    await send('/shop/a', 'age=1; Path=/; Max-Age=10; Expires=Thu, 01 Jan 1970 00:00:01 GMT');
    await send('/shop/a', 'date=2; Path=/; Expires=Thu, 01 Jan 1970 00:00:20 GMT', 'wrong=3; Path=/; Expires=soon');

    jest.setSystemTime(9_000);
    expect(await send('/shop/a')).toBe('age=1; date=2; wrong=3');
    jest.setSystemTime(11_000);
    expect(await send('/shop/a')).toBe('date=2; wrong=3');
    expect(client.cookies.get('age')).toBeUndefined();
    jest.setSystemTime(21_000);
    expect(await send('/shop/a')).toBe('wrong=3');
  });

  it('are deleted by the application', async () => {
    await send('/shop/a', 'a=1; Path=/', 'b=2; Path=/');
    await send('/shop/a', 'a=; Path=/; Max-Age=0', 'b=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT');

    expect(await send('/shop/a')).toBe('none');
  });

  it('are sent over HTTPS and to this machine only, where they are secure', async () => {
    await send('/shop/a', 'a=1; Path=/; Secure');
    const elsewhere = { host: 'example.com' };

    expect(await send('/shop/a')).toBe('a=1');
    expect((await client.get('/shop/a', { headers: elsewhere })).text).toBe('none');
    expect((await client.get('/shop/a', { headers: { ...elsewhere, 'x-forwarded-proto': 'https' } })).text).toBe('a=1');
  });

  it('are read, set and deleted by the test', async () => {
    await send('/shop/a', 'a=x%20y; Path=/', 'raw=100%; Path=/', 'b=2; Path=/');
    client.cookies.set('c', 'ü;');
    client.cookies.delete('b');

    expect(client.cookies.get('a')).toBe('x y');
    expect(client.cookies.get('raw')).toBe('100%');
    expect(client.cookies.get('b')).toBeUndefined();
    expect(await send('/shop/a')).toBe('a=x%20y; raw=100%; c=%C3%BC%3B');
  });

  it('are replaced in one request by those of the test', async () => {
    await send('/shop/a', 'a=1; Path=/', 'b=2; Path=/');

    expect((await client.get('/shop/a', { cookies: { b: 'x', c: 'y' } })).text).toBe('a=1; b=x; c=y');
    expect(await send('/shop/a')).toBe('a=1; b=2');
  });

  it('are shared with the clients that are made of it', async () => {
    await client.withHeaders({ 'x-test': 'yes' }).get('/shop/a', { query: { set: 'a=1; Path=/' } });

    expect(await send('/shop/a')).toBe('a=1');
  });
});
