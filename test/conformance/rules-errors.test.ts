import type { FastifyInstance, InjectOptions } from 'fastify';

import {
  ErrorResponses,
  HttpError,
  type HttpErrorOptions,
  HttpResponse,
  JsonResponse,
  NotFoundError,
  plugin,
  provide,
  type ProblemDetails,
} from '../../src/index';
import { type Behaviours, startTraced, type TracedOptions } from '../support/tracing';
import type { Form } from '../support/wire-kernel';

const inward = 'A.req B.req C.req A.view B.view C.view';
const outward = 'C.resp B.resp A.resp';
const exceptions = 'C.exc B.exc A.exc';

async function ask(options: TracedOptions, request: InjectOptions = { url: '/' }) {
  const { kernel, trace, readLog, subjects, records } = await startTraced(options);
  const response = await kernel.server.inject(request);
  await kernel.close();
  const errors = records.flatMap(({ err }) => (err ? [err.message] : []));
  return { trace: trace.join(' '), status: response.statusCode, response, log: readLog(), subjects, errors };
}

function throwing(value: unknown) {
  return () => {
    throw value;
  };
}

/** A plugin whose hooks and parsers are those of the whole server. */
function globalPlugin(register: (server: FastifyInstance) => void) {
  const install = (server: FastifyInstance, _options: object, done: () => void) => {
    register(server);
    done();
  };
  return plugin(Object.assign(install, { [Symbol.for('skip-override')]: true }));
}

function createError(properties: object) {
  return Object.assign(new Error('Told by the plugin.'), properties);
}

describe.each<Form>(['sync', 'async'])('errors in %s form', (form) => {
  it('RU-08 maps an HttpError to its status, headers and extensions', async () => {
    const options: HttpErrorOptions = {
      type: 'https://example.com/trial',
      title: 'Trial ended',
      headers: { 'x-plan': 'trial' },
      extensions: { plan: 'trial' },
    };
    const behaviours = { VIEW: throwing(new HttpError(402, 'The trial has ended.', options)) };

    const { response } = await ask({ form, behaviours });

    expect(response.statusCode).toBe(402);
    expect(response.headers).toMatchObject({
      'x-plan': 'trial',
      'content-type': 'application/problem+json; charset=utf-8',
    });
    expect(response.json<unknown>()).toEqual({
      type: 'https://example.com/trial',
      title: 'Trial ended',
      status: 402,
      detail: 'The trial has ended.',
      requestId: expect.any(String),
      plan: 'trial',
    });
  });

  it.each<[string, object, number, string | undefined]>([
    ["Fastify's own 4xx", { code: 'FST_ERR_TEST', statusCode: 418 }, 418, 'Told by the plugin.'],
    ["Fastify's own 5xx", { code: 'FST_ERR_TEST', statusCode: 503 }, 500, undefined],
    ["Fastify's own without status", { code: 'FST_ERR_TEST' }, 500, undefined],
    ['another 4xx, such as that of a service', { statusCode: 404 }, 500, undefined],
    ['any', {}, 500, undefined],
  ])('RU-08 maps %s error of a view', async (_, properties, status, detail) => {
    const { response, errors } = await ask({ form, behaviours: { VIEW: throwing(createError(properties)) } });

    expect(response.statusCode).toBe(status);
    expect(response.json<ProblemDetails>().detail).toBe(detail);
    expect(errors).toEqual(['Told by the plugin.']);
  });

  it.each<[string, object, number, string, string | undefined]>([
    ['a 4xx', { statusCode: 429 }, 429, 'warn', 'Told by the plugin.'],
    ['a 5xx', { statusCode: 503 }, 500, 'error', undefined],
    ['an', {}, 500, 'error', undefined],
  ])(
    'RU-08 sends %s error of a plugin before the request phase, and runs no hook',
    async (_, properties, status, level, detail) => {
      const guard = globalPlugin((server) => {
        if (form === 'async') server.addHook('onRequest', () => Promise.reject(createError(properties)));
        else
          server.addHook('onRequest', (_request, _reply, done) => {
            done(createError(properties));
          });
      });

      for (const url of ['/', '/missing']) {
        const { trace, response, log } = await ask({ form, module: { plugins: [guard] } }, { url });

        expect({ trace, status: response.statusCode }).toEqual({ trace: '', status });
        expect(response.json<ProblemDetails>().detail).toBe(detail);
        expect(log).toEqual([expect.stringMatching(new RegExp(`^${level}: GET ${url} was answered ${status}`))]);
      }
    },
  );

  it.each<['preParsing' | 'preValidation' | 'preHandler', object, number, string | undefined]>([
    ['preParsing', { statusCode: 429 }, 429, 'Told by the plugin.'],
    ['preParsing', {}, 500, undefined],
    ['preValidation', { statusCode: 429 }, 429, 'Told by the plugin.'],
    ['preValidation', {}, 500, undefined],
    ['preHandler', { statusCode: 429 }, 429, 'Told by the plugin.'],
    ['preHandler', { statusCode: 503 }, 500, undefined],
  ])(
    'RU-08 sends an error of a %s hook of a plugin with %j the way of GT-15',
    async (hook, properties, status, detail) => {
      const guard = globalPlugin((server) => {
        server.addHook(hook as 'preHandler', () => Promise.reject(createError(properties)));
      });
      const request: InjectOptions = { method: 'POST', url: '/', payload: { title: 'Tea' } };

      for (const each of [request, { url: '/' }]) {
        const { trace, response, subjects } = await ask({ form, module: { plugins: [guard] } }, each);

        expect({ trace, status: response.statusCode }).toEqual({ trace: `${inward} ${exceptions} ${outward}`, status });
        expect(response.json<ProblemDetails>().detail).toBe(detail);
        expect(subjects.get('A.exc')).toMatchObject({ message: 'Told by the plugin.' });
      }
    },
  );

  it.each<[object, number, string | undefined]>([
    [{}, 400, 'The body could not be read.'],
    [{ statusCode: 422 }, 422, 'Told by the plugin.'],
    [{ statusCode: 500 }, 500, undefined],
  ])('RU-08 maps an error of a body parser with %j', async (properties, status, detail) => {
    const parser = globalPlugin((server) => {
      server.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, _body, done) => {
        if (form === 'sync') done(createError(properties));
        else
          void Promise.resolve().then(() => {
            done(createError(properties));
          });
      });
    });
    const request = { method: 'POST', url: '/', headers: { 'content-type': 'text/csv' }, payload: 'a,b' } as const;

    const { trace, response, log } = await ask({ form, module: { plugins: [parser] } }, request);

    expect({ trace, status: response.statusCode }).toEqual({ trace: `${inward} ${exceptions} ${outward}`, status });
    expect(response.json<ProblemDetails>().detail).toBe(detail);
    expect(log).toHaveLength(1);
  });

  it('RU-08 makes every error answer by the class that replaces ErrorResponses', async () => {
    const seen: [number, unknown][] = [];
    class PlainErrors extends ErrorResponses {
      override toResponse(error: HttpError): HttpResponse {
        seen.push([error.status, error.cause]);
        return new JsonResponse({ told: error.message }, { status: error.status, headers: error.headers });
      }
    }
    const boom = new Error('boom');
    const { kernel } = await startTraced({
      form,
      behaviours: { VIEW: throwing(boom) },
      module: { providers: [provide(ErrorResponses, { useClass: PlainErrors })] },
    });

    const requests: InjectOptions[] = [
      { url: '/' },
      { url: '/missing' },
      { method: 'DELETE', url: '/' },
      { url: '/%zz' },
    ];
    const responses = [];
    for (const request of requests) responses.push(await kernel.server.inject(request));
    await kernel.close();

    expect(responses.map(({ statusCode, body }) => [statusCode, body])).toEqual([
      [500, '{"told":"Internal Server Error"}'],
      [404, '{"told":"Not Found"}'],
      [405, '{"told":"Method Not Allowed"}'],
      [400, '{"told":"The target of the request is not a valid path."}'],
    ]);
    expect(responses[2]?.headers.allow).toBe('GET, POST, HEAD, OPTIONS');
    expect(seen.slice(0, 3)).toEqual([
      [500, boom],
      [404, undefined],
      [405, undefined],
    ]);
  });

  it.each<[string, () => unknown, string]>([
    ['throws', throwing(new Error('no shape')), 'no shape'],
    ['returns no response', () => ({}), 'BrokenErrors.toResponse must return an HttpResponse, but returned an object.'],
  ])('RU-08 answers a plain 500 where ErrorResponses %s', async (_, toResponse, message) => {
    class BrokenErrors extends ErrorResponses {
      override toResponse(): HttpResponse {
        return toResponse() as HttpResponse;
      }
    }
    const module = { providers: [provide(ErrorResponses, { useClass: BrokenErrors })] };

    const { status, trace, errors, response } = await ask({
      form,
      behaviours: { VIEW: throwing(new NotFoundError()) },
      module,
    });

    expect({ status, trace }).toEqual({ status: 500, trace: `${inward} VIEW ${exceptions} ${outward}` });
    expect(response.json<ProblemDetails>()).toMatchObject({ title: 'Internal Server Error', status: 500 });
    expect(errors).toEqual(['Not Found', message]);
  });

  it.each<[string, Behaviours, string[]]>([
    [
      'an error that is mapped',
      { VIEW: throwing(new Error('boom')) },
      ['error: GET / was answered 500: Internal Server Error'],
    ],
    [
      'each of two errors',
      { VIEW: throwing(new NotFoundError()), 'B.resp': throwing(new Error('boom')) },
      ['warn: GET / was answered 404: Not Found', 'error: GET / was answered 500: Internal Server Error'],
    ],
    [
      'a 4xx answer that no error made',
      { VIEW: () => new HttpResponse('no', { status: 404 }) },
      ['warn: GET / was answered 404.'],
    ],
    [
      'a 5xx answer that no error made',
      { VIEW: () => new HttpResponse('no', { status: 502 }) },
      ['error: GET / was answered 502.'],
    ],
    [
      'the final status of an answer',
      { 'A.resp': () => new HttpResponse('no', { status: 403 }) },
      ['warn: GET / was answered 403.'],
    ],
    [
      'no 4xx answer that a hook replaces',
      { VIEW: () => new HttpResponse('no', { status: 404 }), 'A.resp': () => new HttpResponse('yes') },
      [],
    ],
    [
      'an error, not its answer that a hook reshapes',
      { VIEW: throwing(new NotFoundError()), 'A.resp': () => new HttpResponse('no', { status: 404 }) },
      ['warn: GET / was answered 404: Not Found'],
    ],
  ])('RU-16 logs one record for %s', async (_, behaviours, expected) => {
    const { log } = await ask({ form, behaviours });

    expect(log).toEqual(expected);
  });

  it('RU-16 attaches the error and its causes', async () => {
    const { errors } = await ask({
      form,
      behaviours: { VIEW: throwing(new NotFoundError('outer', { cause: new Error('inner') })) },
    });

    expect(errors).toEqual(['outer: inner']);
  });

  it.each<[unknown]>([[Object.freeze(new Error('frozen'))], [undefined], ['text'], [Symbol('symbol')]])(
    'RU-16 logs one record for %p, which a logger can hardly read',
    async (value) => {
      const { log, trace } = await ask({ form, behaviours: { VIEW: throwing(value) } });

      expect(log).toEqual(['error: GET / was answered 500: Internal Server Error']);
      expect(trace).toBe(`${inward} VIEW ${exceptions} ${outward}`);
    },
  );
});

describe('errors of plugins while an answer is sent', () => {
  it('RU-08 answers an error of onSend plainly, and runs no hook again', async () => {
    const breaking = globalPlugin((server) => {
      server.addHook('onSend', (_request, _reply, _payload, done) => {
        done(createError({}));
      });
    });

    const { trace, status, errors } = await ask({ form: 'sync', module: { plugins: [breaking] } });

    expect({ trace, status }).toEqual({ trace: `${inward} VIEW ${outward}`, status: 500 });
    expect(errors[0]).toBe('Told by the plugin.');
  });
});
