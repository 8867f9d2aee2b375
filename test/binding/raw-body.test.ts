import { createHash } from 'node:crypto';

import { Delete, Get, type HttpRequest, Middleware, Post, Put, RawBody, Req, Route } from '../../src/index';
import type { MiddlewareHooks } from '../../src/middleware/hooks';
import { ask, RawConnection } from '../support/raw-http';
import { createSignal, startWire, stopKernels } from '../support/wire-kernel';

afterEach(stopKernels);

const json = { 'content-type': 'application/json' };

@Route('/hook')
class HookView {
  @Get()
  show() {
    return 'shown';
  }

  @Post()
  receive(@RawBody() bytes: Buffer, @Req() request: HttpRequest) {
    return { isBuffer: Buffer.isBuffer(bytes), text: bytes.toString(), type: request.headers['content-type'] };
  }

  @Delete()
  remove(@RawBody() bytes: Buffer) {
    return { length: bytes.length };
  }

  @Put()
  parsed(@Req() { body }: HttpRequest) {
    return { body };
  }
}

@Route('/digest')
class DigestView {
  @Post()
  digest(@RawBody() bytes: Buffer) {
    return { length: bytes.length, hash: createHash('sha256').update(bytes).digest('hex') };
  }
}

const routes = [HookView, DigestView];

describe('@RawBody', () => {
  it.each([
    ['json', json, '{ "a": 1 }'],
    ['malformed json', json, '{"a":'],
    ['a type nobody parses', { 'content-type': 'application/vnd.sign+blob' }, 'a b c'],
    ['a type that is none', { 'content-type': '!!' }, 'x'],
  ])('passes the bytes of %s as they came', async (_name, headers, body) => {
    const { origin } = await startWire({ routes });

    const answer = await ask(origin, 'POST /hook', { headers, body });

    expect(JSON.parse(answer.body)).toEqual({ isBuffer: true, text: body, type: headers['content-type'] });
  });

  it('passes an empty buffer where there is no body', async () => {
    const { origin } = await startWire({ routes });

    expect(JSON.parse((await ask(origin, 'POST /hook', {})).body)).toMatchObject({ isBuffer: true, text: '' });
    expect(JSON.parse((await ask(origin, 'POST /hook', { headers: json, body: '' })).body)).toMatchObject({ text: '' });
  });

  it('passes large and chunked bodies unchanged', async () => {
    const { origin } = await startWire({ routes });
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));
    const hash = createHash('sha256').update(bytes).digest('hex');

    const whole = await ask(origin, 'POST /digest', { headers: { 'content-type': 'image/png' }, body: bytes });
    const connection = new RawConnection(origin);
    connection.write('POST /digest HTTP/1.1\r\nhost: a\r\ncontent-type: a/b\r\ntransfer-encoding: chunked\r\n\r\n');
    for (let start = 0; start < bytes.length; start += 100_000) {
      const chunk = bytes.subarray(start, start + 100_000);
      connection
        .write(`${chunk.length.toString(16)}\r\n`)
        .write(chunk)
        .write('\r\n');
    }
    const chunked = await connection.write('0\r\n\r\n').readAnswer();
    connection.destroy();

    expect(JSON.parse(whole.body)).toEqual({ length: bytes.length, hash });
    expect(JSON.parse(chunked.body)).toEqual({ length: bytes.length, hash });
  });

  it('reads the body of DELETE where the method asks for it', async () => {
    const { origin } = await startWire({ routes });

    expect(JSON.parse((await ask(origin, 'DELETE /hook', { headers: json, body: '123' })).body)).toEqual({ length: 3 });
  });

  it('leaves other methods of the URL as they are', async () => {
    const { origin } = await startWire({ routes });

    expect((await ask(origin, 'GET /hook', {})).body).toBe('shown');
    expect(JSON.parse((await ask(origin, 'PUT /hook', { headers: json, body: '{"a":1}' })).body)).toEqual({
      body: { a: 1 },
    });
    expect((await ask(origin, 'PUT /hook', { headers: json, body: '{"a":' })).status).toBe(400);
  });

  it('lets processView see the bytes as the body, under the headers that were sent', async () => {
    const seen: unknown[] = [];

    @Middleware()
    class SeeingMiddleware implements MiddlewareHooks {
      processView({ body, headers }: HttpRequest) {
        seen.push(body, headers['content-type']);
      }
    }
    const { origin } = await startWire({ routes, middleware: [SeeingMiddleware] });

    await ask(origin, 'POST /hook', { headers: json, body: '[1]' });

    expect(seen).toEqual([Buffer.from('[1]'), 'application/json']);
  });

  it('is answered 413 beyond the limit, whether the length is told or not', async () => {
    const { origin } = await startWire({ routes }, { fastify: { bodyLimit: 10 } });
    const head = 'POST /hook HTTP/1.1\r\nhost: a\r\ncontent-type: a/b\r\n';
    const connection = new RawConnection(origin);

    const told = await ask(origin, 'POST /hook', { body: 'x'.repeat(11) });
    const untold = await connection
      .write(`${head}transfer-encoding: chunked\r\n\r\n`)
      .write(`b\r\n${'x'.repeat(11)}\r\n`)
      .readAnswer();

    expect(told).toMatchObject({ status: 413, headers: { connection: 'close' } });
    expect(untold).toMatchObject({ status: 413, headers: { connection: 'close' } });
    expect((await ask(origin, 'POST /hook', { body: 'x'.repeat(10) })).status).toBe(200);
  });

  it('is not passed where the client leaves in the middle of it', async () => {
    const begun = createSignal();

    @Middleware()
    class BeginningMiddleware implements MiddlewareHooks {
      processRequest() {
        begun.fire();
      }
    }
    const { origin, log } = await startWire({ routes, middleware: [BeginningMiddleware] });
    const connection = new RawConnection(origin);

    connection.write('POST /hook HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\nabc');
    await begun.fired;
    connection.destroy();

    expect((await log.waitFor('The body could not be read.')).level).toBe(40);
    expect((await ask(origin, 'GET /hook', {})).status).toBe(200);
  });
});
