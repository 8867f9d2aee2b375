import { Get, type HttpRequest, Logger, Req, Route } from '../../src/index';
import { ask } from '../support/raw-http';
import { startWire, stopKernels } from '../support/wire-kernel';

afterEach(stopKernels);

@Route('/')
class LoggingView {
  constructor(private readonly log: Logger) {}

  @Get()
  show(@Req() request: HttpRequest) {
    request.log.info('by the request');
    this.log.info('by the logger');
    return request.id;
  }

  @Get('broken')
  fail(): string {
    throw new TypeError('the secret is 42');
  }
}

const routes = [LoggingView];

describe('the request id', () => {
  it('takes a sane x-request-id, echoes it, and logs it in every line', async () => {
    const { origin, log } = await startWire({ routes });

    const answer = await ask(origin, 'GET /', { headers: { 'x-request-id': 'a-1.b:c/d+e=' } });
    await log.waitFor('request completed');

    expect(answer.body).toBe('a-1.b:c/d+e=');
    expect(answer.headers['x-request-id']).toBe('a-1.b:c/d+e=');
    const lines = log.records.filter(({ msg }) => !msg.startsWith('Server listening'));
    expect(lines.map(({ msg }) => msg)).toEqual([
      'incoming request',
      'by the request',
      'by the logger',
      'request completed',
    ]);
    expect(new Set(lines.map(({ reqId }) => reqId))).toEqual(new Set(['a-1.b:c/d+e=']));
  });

  it.each(['GET /missing', 'PUT /', 'GET /broken', 'GET /%zz', 'GET *x'])(
    'stands in the problem of %s',
    async (line) => {
      const { origin, log } = await startWire({ routes });

      const answer = await ask(origin, line, { headers: { 'x-request-id': 'mine' } });

      expect(JSON.parse(answer.body)).toMatchObject({ requestId: 'mine' });
      expect(answer.headers['x-request-id']).toBe('mine');
      expect(log.records.find(({ level }) => level >= 40)?.reqId).toBe('mine');
    },
  );

  it.each([
    ['spaces', 'a b'],
    ['quotes', '"a"'],
    ['too long', 'a'.repeat(129)],
    ['nothing', ''],
    ['other letters', 'ü'],
    ['several', 'a, b'],
  ])('is replaced where it is not sane: %s', async (_, id) => {
    const { origin } = await startWire({ routes });

    const answer = await ask(origin, 'GET /', { headers: { 'x-request-id': id } });

    expect(answer.body).toMatch(/^[\w-]{8}-\w+$/);
    expect(answer.headers).not.toHaveProperty('x-request-id');
  });
});

describe('debug mode', () => {
  it('gives a JSON client the error, its stack and the request id in the problem', async () => {
    const { origin } = await startWire({ routes }, { env: { DEBUG: 'true' } });

    const answer = await ask(origin, 'GET /broken', {
      headers: { accept: 'application/json', 'x-request-id': 'mine' },
    });

    const problem = JSON.parse(answer.body) as { readonly stack: string[] };
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(problem).toMatchObject({ status: 500, requestId: 'mine', error: 'TypeError: the secret is 42' });
    expect(problem.stack[0]).toContain('LoggingView.fail');
  });

  it('is off by default: nothing internal leaks', async () => {
    const { origin } = await startWire({ routes });

    const answer = await ask(origin, 'GET /broken');

    const requestId: unknown = expect.any(String);
    expect(JSON.parse(answer.body)).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      requestId,
    });
  });
});
