import type { InjectOptions } from 'fastify';

import { HttpResponse, JsonResponse, NotFoundError, type ProblemDetails } from '../../src/index';
import { type Behaviours, startTraced } from '../support/tracing';
import type { Form } from '../support/wire-kernel';

/** What a scenario leads to. */
interface Expectation {
  readonly trace: string;
  readonly status: number;
  readonly log?: readonly string[];
  readonly body?: unknown;
}

const inward = 'A.req B.req C.req A.view B.view C.view';
const outward = 'C.resp B.resp A.resp';
const exceptions = 'C.exc B.exc A.exc';

async function run(form: Form, behaviours: Behaviours, request: InjectOptions = { url: '/' }) {
  const { kernel, trace, readLog, subjects, records } = await startTraced({
    form,
    behaviours,
    fastify: { bodyLimit: 64 },
  });
  const response = await kernel.server.inject(request);
  await kernel.close();
  return { trace: trace.join(' '), response, log: readLog(), subjects, records };
}

async function expectScenario(
  form: Form,
  behaviours: Behaviours,
  { trace, status, log = [], body }: Expectation,
  request?: InjectOptions,
) {
  const seen = await run(form, behaviours, request);

  expect({ trace: seen.trace, status: seen.response.statusCode, log: seen.log }).toEqual({ trace, status, log });
  if (body !== undefined) expect(seen.response.json<unknown>()).toEqual(body);
  return seen;
}

function answer(status: number) {
  return () => new JsonResponse({ answered: status }, { status });
}

function fail(): never {
  throw new Error('boom');
}

function miss(): never {
  throw new NotFoundError('No such note.');
}

describe.each<Form>(['sync', 'async'])('golden traces in %s form', (form) => {
  it('GT-01 passes a plain success through all layers', async () => {
    await expectScenario(form, {}, { trace: `${inward} VIEW ${outward}`, status: 200, body: { ok: true } });
  });

  it.each([
    [202, []],
    [409, ['warn: GET / was answered 409.']],
    [503, ['error: GET / was answered 503.']],
  ])('GT-02 answers %i from processRequest through that layer and those outside', async (status, log) => {
    const expected = { trace: 'A.req B.req B.resp A.resp', status, log, body: { answered: status } };

    await expectScenario(form, { 'B.req': answer(status) }, expected);
  });

  it('GT-03 shows an error of processRequest only to the layers outside', async () => {
    const log = [`error: GET / was answered 500: Internal Server Error`];

    const { records } = await expectScenario(
      form,
      { 'B.req': fail },
      { trace: 'A.req B.req A.resp', status: 500, log },
    );

    expect(records.find(({ level }) => level === 50)?.err?.message).toBe('boom');
  });

  it('GT-04 maps an HttpError of processRequest', async () => {
    const log = ['warn: GET / was answered 404: No such note.'];

    await expectScenario(form, { 'B.req': miss }, { trace: 'A.req B.req A.resp', status: 404, log });
  });

  it.each([
    [202, []],
    [409, ['warn: GET / was answered 409.']],
    [503, ['error: GET / was answered 503.']],
  ])('GT-05 answers %i from processView through all layers', async (status, log) => {
    const trace = `A.req B.req C.req A.view B.view ${outward}`;

    await expectScenario(form, { 'B.view': answer(status) }, { trace, status, log, body: { answered: status } });
  });

  it('GT-06 shows an error of processView to all layers, and to no processException', async () => {
    const trace = `A.req B.req C.req A.view B.view ${outward}`;
    const log = ['error: GET / was answered 500: Internal Server Error'];

    await expectScenario(form, { 'B.view': fail }, { trace, status: 500, log });
  });

  it('GT-07 answers 404 where there is no route, before a body is read', async () => {
    const trace = `A.req B.req C.req ${outward}`;
    const log = ['warn: POST /missing was answered 404: Not Found'];
    const headers = { 'content-type': 'application/json' };

    const request = { method: 'POST', url: '/missing', headers, payload: '{"broken' } as const;
    const { subjects, response } = await expectScenario(form, {}, { trace, status: 404, log }, request);

    expect(subjects.get('C.resp')).toMatchObject({ status: 404 });
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  it('GT-08 asks all exception hooks about an error of the view, then maps it', async () => {
    const trace = `${inward} VIEW ${exceptions} ${outward}`;
    const log = ['error: GET / was answered 500: Internal Server Error'];

    const { records, response } = await expectScenario(form, { VIEW: fail }, { trace, status: 500, log });

    expect(records.find(({ level }) => level === 50)?.err?.message).toBe('boom');
    expect(response.body).not.toContain('boom');
  });

  it.each([
    [200, []],
    [409, ['warn: GET / was answered 409.']],
    [503, ['error: GET / was answered 503.']],
  ])('GT-09 answers %i from processException, whose outer layers are not asked', async (status, log) => {
    const trace = `${inward} VIEW C.exc B.exc ${outward}`;

    const expected = { trace, status, log, body: { answered: status } };
    await expectScenario(form, { VIEW: fail, 'B.exc': answer(status) }, expected);
  });

  it('GT-10 asks all exception hooks about an HttpError of the view', async () => {
    const trace = `${inward} VIEW ${exceptions} ${outward}`;
    const log = ['warn: GET / was answered 404: No such note.'];

    await expectScenario(form, { VIEW: miss }, { trace, status: 404, log });
  });

  it('GT-11 maps what processException throws, and skips the outer ones', async () => {
    const trace = `${inward} VIEW C.exc ${outward}`;
    const log = ['warn: GET / was answered 404: No such note.'];

    await expectScenario(form, { VIEW: fail, 'C.exc': miss }, { trace, status: 404, log });
  });

  it('GT-12 answers 500 where a view returns nothing, and asks no exception hook', async () => {
    const trace = `${inward} VIEW ${outward}`;
    const log = ['error: GET / was answered 500: Internal Server Error'];

    const { records } = await expectScenario(form, { VIEW: () => undefined }, { trace, status: 500, log });

    expect(records.find(({ level }) => level === 50)?.err?.message).toBe(
      'TracedView.show returned nothing. Return a value, or give its method { status: 204 }.',
    );
  });

  it('GT-13 shows the 500 of a failed processResponse to the layers outside', async () => {
    const trace = `${inward} VIEW ${outward}`;
    const log = ['error: GET / was answered 500: Internal Server Error'];

    const { subjects } = await expectScenario(form, { 'B.resp': fail }, { trace, status: 500, log });

    expect(subjects.get('B.resp')).toMatchObject({ status: 200 });
    expect(subjects.get('A.resp')).toMatchObject({ status: 500, error: { message: 'boom' } });
  });

  it('GT-14 answers a method that the URL lacks with 405 and Allow, logged once', async () => {
    const log = ['warn: DELETE / was answered 405: Method Not Allowed'];
    const trace = `${inward} ${outward}`;

    const request = { method: 'DELETE', url: '/' } as const;
    const { response } = await expectScenario(form, {}, { trace, status: 405, log }, request);

    expect(response.headers.allow).toBe('GET, POST, HEAD, OPTIONS');
  });

  it.each([
    [400, 'application/json', '{"broken'],
    [413, 'application/json', JSON.stringify('x'.repeat(64))],
    [415, 'text/csv', 'a,b'],
  ])('GT-15 answers %i to a body of the type %s that cannot be read', async (status, type, payload) => {
    const request = { method: 'POST', url: '/', headers: { 'content-type': type }, payload } as const;
    const { trace, response, log } = await run(form, {}, request);

    expect({ trace, status: response.statusCode }).toEqual({ trace: `${inward} ${exceptions} ${outward}`, status });
    expect(log).toEqual([`warn: POST / was answered ${status}: ${response.json<ProblemDetails>().detail ?? ''}`]);
  });

  it('GT-15 lets processView answer though the body cannot be read', async () => {
    const trace = `A.req B.req C.req A.view ${outward}`;
    const request = { method: 'POST', url: '/', headers: { 'content-type': 'text/csv' }, payload: 'a,b' } as const;

    await expectScenario(
      form,
      { 'A.view': ({ body }) => new JsonResponse({ body: String(body) }) },
      { trace, status: 200, body: { body: 'undefined' } },
      request,
    );
  });

  it('GT-17 answers 400 to a bad URL through the request and response phases', async () => {
    const trace = `A.req B.req C.req ${outward}`;
    const log = ['warn: GET /%zz was answered 400: The target of the request is not a valid path.'];

    const { response } = await expectScenario(form, {}, { trace, status: 400, log }, { url: '/%zz' });

    expect(response.json<ProblemDetails>()).toMatchObject({ status: 400, title: 'Bad Request' });
  });
});

describe('golden traces of mixed forms', () => {
  it('GT-01 gives the same trace when sync and async hooks mix', async () => {
    const later = (_request: unknown, subject?: unknown) => Promise.resolve(subject);
    const nothing = () => Promise.resolve(null);
    const behaviours = { 'B.req': nothing, 'A.view': nothing, 'B.resp': later, VIEW: () => Promise.resolve('text') };

    const { trace, response } = await run('sync', behaviours);

    expect(trace).toBe(`${inward} VIEW ${outward}`);
    expect(response.body).toBe('text');
  });

  it('GT-09 logs nothing for an error that a hook of another form handles', async () => {
    const behaviours = { VIEW: () => Promise.reject(new Error('boom')), 'B.exc': () => new HttpResponse('handled') };

    const { trace, response, log } = await run('sync', behaviours);

    expect(trace).toBe(`${inward} VIEW C.exc B.exc ${outward}`);
    expect({ body: response.body, log }).toEqual({ body: 'handled', log: [] });
  });
});
