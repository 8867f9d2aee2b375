import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';

import { Get, HttpResponse, JsonResponse, plugin, type PluginEntry, Post, Route } from '../../src/index';
import { ask } from '../support/raw-http';
import { createTracer, startWire, stopKernels } from '../support/wire-kernel';

afterEach(stopKernels);

@Route('/')
class HomeView {
  @Get()
  show() {
    const response = new HttpResponse('home', { headers: { 'x-frame-options': 'DENY', vary: 'Accept' } });
    response.setCookie('view', '1');
    return response;
  }

  @Post('broken')
  fail(): string {
    throw new Error('broken');
  }

  @Get('unwritable')
  write() {
    return new JsonResponse(1n);
  }
}

async function startWith(...plugins: PluginEntry[]) {
  const trace: string[] = [];
  return { ...(await startWire({ routes: [HomeView], plugins, middleware: [createTracer('A', trace)] })), trace };
}

describe('plugins beside the cycle', () => {
  it('lets @fastify/cors answer OPTIONS before the request phase', async () => {
    const { origin, trace } = await startWith(plugin(cors, { origin: 'https://a.test' }));
    const headers = { origin: 'https://a.test', 'access-control-request-method': 'POST' };

    const preflight = await ask(origin, 'OPTIONS /', { headers });
    const answer = await ask(origin, 'GET /', { headers });

    expect(preflight).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': 'https://a.test' } });
    expect(answer.headers['access-control-allow-origin']).toBe('https://a.test');
    expect(trace).toEqual(['A.req', 'A.view', 'A.resp(200)']);
  });

  it.each([
    ['404', 'GET /missing'],
    ['405', 'PUT /'],
    ['500', 'POST /broken'],
    ['500', 'GET /unwritable'],
    ['415', 'POST /broken'],
  ])('puts the headers of @fastify/helmet on a %s to %s', async (status, line) => {
    const { origin } = await startWith(plugin(helmet));
    const request = status === '415' ? { headers: { 'content-type': 'a/b' }, body: 'x' } : {};

    const answer = await ask(origin, line, request);

    expect(answer.status).toBe(Number(status));
    expect(answer.headers).toMatchObject({
      'x-frame-options': 'SAMEORIGIN',
      'content-type': 'application/problem+json; charset=utf-8',
    });
  });

  it("replaces a plugin's header by the response's, adds its cookies and joins vary", async () => {
    const { origin } = await startWith(plugin(markAll));

    const { headers } = await ask(origin, 'GET /');

    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['set-cookie']).toBe('plugin=1\nview=1; Path=/; HttpOnly; SameSite=Lax');
    expect(headers['vary']).toBe('Origin, Accept');
  });

  it('lets @fastify/rate-limit answer 429 before the request phase', async () => {
    const { origin, trace } = await startWith(plugin(rateLimit, { max: 1, timeWindow: 60_000 }));

    const first = await ask(origin, 'GET /');
    const second = await ask(origin, 'GET /');

    expect([first.status, second.status]).toEqual([200, 429]);
    expect(second.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'x-ratelimit-remaining': '0',
    });
    expect(JSON.parse(second.body)).toMatchObject({ status: 429, title: 'Too Many Requests' });
    expect(trace).toEqual(['A.req', 'A.view', 'A.resp(200)']);
  });
});

/** Sets headers before the cycle, for the whole application. */
const markAll = Object.assign(
  (server: FastifyInstance, _options: object, done: () => void): void => {
    server.addHook('onRequest', (_request, reply, next) => {
      void reply.headers({ 'x-frame-options': 'SAMEORIGIN', 'set-cookie': 'plugin=1', vary: 'Origin, accept' });
      next();
    });
    done();
  },
  { [Symbol.for('skip-override')]: true },
);
