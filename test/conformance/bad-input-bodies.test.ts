import { ask, RawConnection, toRequest } from '../support/raw-http';
import { stopKernels } from '../support/wire-kernel';
import { askBadly, good, json, startCounting } from './bad-input-app';

afterEach(stopKernels);

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
