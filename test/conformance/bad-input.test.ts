import { ask, RawConnection } from '../support/raw-http';
import { stopKernels } from '../support/wire-kernel';
import { askBadly, good, json, startCounting } from './bad-input-app';

afterEach(stopKernels);

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
    'takes the query key %s as a plain name that no rule knows, and pollutes nothing',
    async (key) => {
      const answer = await askBadly(`GET /echo?${key}=1`);

      expect(answer).toMatchObject({ ...good, status: 422 });
      expect(answer.body).toContain('"rule":"unknown"');
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
