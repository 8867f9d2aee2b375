import type { InjectOptions } from 'fastify';

import type { HttpResponse } from '../../src/index';
import {
  ErrorResponses,
  HttpError,
  type HttpErrorOptions,
  JsonResponse,
  NotFoundError,
  provide,
  type ProblemDetails,
} from '../../src/index';
import { askTraced, startTraced, throwing } from '../support/tracing';
import type { Form } from '../support/wire-kernel';

const inward = 'A.req B.req C.req A.view B.view C.view';
const outward = 'C.resp B.resp A.resp';
const exceptions = 'C.exc B.exc A.exc';

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

    const { response } = await askTraced({ form, behaviours });

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
      requestId: expect.any(String) as unknown,
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
    const { response, errors } = await askTraced({ form, behaviours: { VIEW: throwing(createError(properties)) } });

    expect(response.statusCode).toBe(status);
    expect(response.json<ProblemDetails>().detail).toBe(detail);
    expect(errors).toEqual(['Told by the plugin.']);
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

    const { status, trace, errors, response } = await askTraced({
      form,
      behaviours: { VIEW: throwing(new NotFoundError()) },
      module,
    });

    expect({ status, trace }).toEqual({ status: 500, trace: `${inward} VIEW ${exceptions} ${outward}` });
    expect(response.json<ProblemDetails>()).toMatchObject({ title: 'Internal Server Error', status: 500 });
    expect(errors).toEqual(['Not Found', message]);
  });
});
