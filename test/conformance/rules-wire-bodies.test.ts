import { IsInt } from 'class-validator';

import {
  Body,
  Delete,
  Get,
  Header,
  HttpResponse,
  type HttpRequest,
  Middleware,
  type MiddlewareHooks,
  Options,
  Patch,
  Post,
  Put,
  Req,
  Route,
} from '../../src/index';
import { ask, RawConnection, toRequest } from '../support/raw-http';
import { createTracer, type Form, startWire, stopKernels } from '../support/wire-kernel';

afterEach(stopKernels);

const forms: Form[] = ['sync', 'async'];
const json = { 'content-type': 'application/json' };

@Route('/unbound')
class UnboundView {
  @Get()
  get(@Req() request: HttpRequest) {
    return describeBody(request);
  }

  @Post()
  post(@Req() request: HttpRequest) {
    return describeBody(request);
  }

  @Put()
  put(@Req() request: HttpRequest) {
    return describeBody(request);
  }

  @Patch()
  patch(@Req() request: HttpRequest) {
    return describeBody(request);
  }

  @Delete()
  delete(@Req() request: HttpRequest) {
    return describeBody(request);
  }

  @Options()
  options(@Header('content-type') type: string, @Header('content-length') length: string) {
    return { type, length };
  }
}

class Bound {
  @IsInt() a!: number;
}

@Route('/bound')
class BoundView {
  @Delete()
  delete(@Body() body: Bound) {
    return { body };
  }

  @Options()
  options(@Body() body: Bound) {
    return { body };
  }
}

function describeBody({ body, headers }: HttpRequest) {
  return { body, type: headers['content-type'], length: headers['content-length'] };
}

const routes = [UnboundView, BoundView];

describe('RU-18', () => {
  it.each(['POST', 'PUT', 'PATCH'])('reads the body of %s, bound or not', async (method) => {
    const { origin } = await startWire({ routes });

    const answer = await ask(origin, `${method} /unbound`, { headers: json, body: '{"a":1}' });

    expect(JSON.parse(answer.body)).toEqual({ body: { a: 1 }, type: 'application/json', length: '7' });
  });

  it.each(['POST', 'PUT', 'PATCH'])('refuses a wrong body of %s, bound or not', async (method) => {
    const { origin } = await startWire({ routes });

    const malformed = await ask(origin, `${method} /unbound`, { headers: json, body: '{"a":' });
    const unknown = await ask(origin, `${method} /unbound`, { headers: { 'content-type': 'a/b' }, body: 'x' });

    expect(malformed.status).toBe(400);
    expect(unknown.status).toBe(415);
  });

  it.each(['DELETE', 'OPTIONS'])('reads the body of %s where the method binds it', async (method) => {
    const { origin } = await startWire({ routes });

    const read = await ask(origin, `${method} /bound`, { headers: json, body: '{"a":1}' });
    const malformed = await ask(origin, `${method} /bound`, { headers: json, body: '{"a":' });
    const absent = await ask(origin, `${method} /bound`);

    expect(JSON.parse(read.body)).toEqual({ body: { a: 1 } });
    expect(malformed.status).toBe(400);
    expect(absent.status).toBe(422);
  });

  it.each([
    ['GET', json, '{"a":'],
    ['DELETE', json, '{"a":'],
    ['DELETE', { 'content-type': 'no type' }, 'x'],
    ['OPTIONS', json, '{"a":'],
    ['OPTIONS', { 'content-type': 'a/b' }, 'x'],
  ])('ignores a body of %s with %j, and shows its headers to the view', async (method, headers, body) => {
    const { origin, log } = await startWire({ routes });
    const request = toRequest(`${method} /unbound`, { headers, body });
    const connection = new RawConnection(origin).write(request + request);

    const answer = await connection.readAnswer();
    const second = await connection.readAnswer();
    connection.destroy();

    const length = String(body.length);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ type: headers['content-type'], length });
    expect(second.body).toBe(answer.body);
    expect(log.readProblems()).toEqual([]);
  });

  it('answers a DELETE with a JSON type and no body', async () => {
    const { origin } = await startWire({ routes });

    const answer = await ask(origin, 'DELETE /unbound', { headers: json });

    expect(answer).toMatchObject({ status: 200, body: '{"type":"application/json"}' });
  });
});

describe.each(forms)('RU-18 Expect: 100-continue with %s hooks', (form) => {
  @Middleware()
  class TokenMiddleware implements MiddlewareHooks {
    processRequest(request: HttpRequest) {
      const answer =
        request.headers.authorization === undefined ? new HttpResponse('Who are you?', { status: 401 }) : undefined;
      return form === 'async' ? Promise.resolve(answer) : answer;
    }
  }

  const expecting = (line: string, headers: Record<string, string>) =>
    toRequest(line, { headers: { ...json, 'content-length': '7', expect: '100-continue', ...headers } });

  it('tells the client to go on once the request phase lets it through', async () => {
    const trace: string[] = [];
    const { origin } = await startWire({ routes, middleware: [createTracer('A', trace, form), TokenMiddleware] });
    const connection = new RawConnection(origin).write(expecting('POST /unbound', { authorization: 'me' }));

    const interim = await connection.readAnswer();
    const traceBefore = [...trace];
    const answer = await connection.write('{"a":1}').readAnswer();
    connection.destroy();

    expect(interim.status).toBe(100);
    expect(traceBefore).toEqual(['A.req']);
    expect(JSON.parse(answer.body)).toMatchObject({ body: { a: 1 } });
  });

  it.each([
    ['401', 'POST /unbound'],
    ['404', 'POST /missing'],
    ['405', 'POST /bound'],
  ])('answers %s without 100', async (status, line) => {
    const { origin } = await startWire({ routes, middleware: [createTracer('A', [], form), TokenMiddleware] });
    const headers = status === '401' ? {} : { authorization: 'me' };
    const connection = new RawConnection(origin).write(expecting(line, headers));

    const answer = await connection.readAnswer();
    connection.destroy();

    expect(answer.status).toBe(Number(status));
  });
});
