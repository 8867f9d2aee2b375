import type { InjectOptions } from 'fastify';

import { HttpResponse, JsonResponse, NotFoundError, type ProblemDetails } from '../../src/index';
import { askTraced, type Behaviours, returning, throwing } from '../support/tracing';
import type { Form } from '../support/wire-kernel';

const inward = 'A.req B.req C.req A.view B.view C.view';
const outward = 'C.resp B.resp A.resp';
const exceptions = 'C.exc B.exc A.exc';

const boom = throwing(new Error('boom'));
const miss = throwing(new NotFoundError('No such note.'));
const serverError = 'error: GET / was answered 500: Internal Server Error';
const notFound = 'warn: GET / was answered 404: No such note.';

async function run(form: Form, behaviours: Behaviours, request: InjectOptions = { url: '/' }) {
  const options = { form, behaviours, fastify: { bodyLimit: 64 } };
  const { trace, status, log, ...rest } = await askTraced(options, request);
  return { outcome: { trace, status, log }, ...rest };
}

function answer(status: number) {
  return returning(new JsonResponse({ answered: status }, { status }));
}

const statuses: readonly [number, string[]][] = [
  [202, []],
  [409, ['warn: GET / was answered 409.']],
  [503, ['error: GET / was answered 503.']],
];

describe.each<Form>(['sync', 'async'])('golden traces in %s form', (form) => {
  it('GT-01 passes a plain success through all layers', async () => {
    const { outcome, response } = await run(form, {});

    expect(outcome).toEqual({ trace: `${inward} VIEW ${outward}`, status: 200, log: [] });
    expect(response.json<unknown>()).toEqual({ ok: true });
  });

  it.each(statuses)(
    'GT-02 answers %i from processRequest through that layer and those outside',
    async (status, log) => {
      const { outcome, response } = await run(form, { 'B.req': answer(status) });

      expect(outcome).toEqual({ trace: 'A.req B.req B.resp A.resp', status, log });
      expect(response.json<unknown>()).toEqual({ answered: status });
    },
  );

  it('GT-03 shows an error of processRequest only to the layers outside', async () => {
    const { outcome, errors } = await run(form, { 'B.req': boom });

    expect(outcome).toEqual({ trace: 'A.req B.req A.resp', status: 500, log: [serverError] });
    expect(errors).toEqual(['boom']);
  });

  it('GT-04 maps an HttpError of processRequest', async () => {
    const { outcome } = await run(form, { 'B.req': miss });

    expect(outcome).toEqual({ trace: 'A.req B.req A.resp', status: 404, log: [notFound] });
  });

  it.each(statuses)('GT-05 answers %i from processView through all layers', async (status, log) => {
    const { outcome, response } = await run(form, { 'B.view': answer(status) });

    expect(outcome).toEqual({ trace: `A.req B.req C.req A.view B.view ${outward}`, status, log });
    expect(response.json<unknown>()).toEqual({ answered: status });
  });

  it('GT-06 shows an error of processView to all layers, and to no processException', async () => {
    const { outcome, errors } = await run(form, { 'B.view': boom });

    expect(outcome).toEqual({ trace: `A.req B.req C.req A.view B.view ${outward}`, status: 500, log: [serverError] });
    expect(errors).toEqual(['boom']);
  });

  it('GT-07 answers 404 where there is no route, before a body is read', async () => {
    const headers = { 'content-type': 'application/json' };

    const { outcome, response } = await run(
      form,
      {},
      { method: 'POST', url: '/missing', headers, payload: '{"broken' },
    );

    const log = ['warn: POST /missing was answered 404: Not Found'];
    expect(outcome).toEqual({ trace: `A.req B.req C.req ${outward}`, status: 404, log });
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  it('GT-08 asks all exception hooks about an error of the view, then maps it', async () => {
    const { outcome, response, errors } = await run(form, { VIEW: boom });

    const trace = `${inward} VIEW ${exceptions} ${outward}`;
    expect(outcome).toEqual({ trace, status: 500, log: [serverError] });
    expect(errors).toEqual(['boom']);
    expect(response.body).not.toContain('boom');
  });

  it.each(statuses)('GT-09 answers %i from processException, whose outer layers are not asked', async (status, log) => {
    const { outcome, response } = await run(form, { VIEW: boom, 'B.exc': answer(status) });

    expect(outcome).toEqual({ trace: `${inward} VIEW C.exc B.exc ${outward}`, status, log });
    expect(response.json<unknown>()).toEqual({ answered: status });
  });

  it('GT-10 asks all exception hooks about an HttpError of the view', async () => {
    const { outcome } = await run(form, { VIEW: miss });

    expect(outcome).toEqual({ trace: `${inward} VIEW ${exceptions} ${outward}`, status: 404, log: [notFound] });
  });

  it('GT-11 maps what processException throws, and skips the outer ones', async () => {
    const { outcome } = await run(form, { VIEW: boom, 'C.exc': miss });

    expect(outcome).toEqual({ trace: `${inward} VIEW C.exc ${outward}`, status: 404, log: [notFound] });
  });

  it('GT-12 answers 500 where a view returns nothing, and asks no exception hook', async () => {
    const { outcome, errors } = await run(form, { VIEW: returning(undefined) });

    expect(outcome).toEqual({ trace: `${inward} VIEW ${outward}`, status: 500, log: [serverError] });
    expect(errors).toEqual(['TracedView.show returned nothing. Return a value, or give its method { status: 204 }.']);
  });

  it('GT-13 shows the 500 of a failed processResponse to the layers outside', async () => {
    const { outcome, subjects } = await run(form, { 'B.resp': boom });

    expect(outcome).toEqual({ trace: `${inward} VIEW ${outward}`, status: 500, log: [serverError] });
    expect(subjects.get('B.resp')).toMatchObject({ status: 200 });
    expect(subjects.get('A.resp')).toMatchObject({ status: 500, error: { message: 'boom' } });
  });

  it('GT-14 answers a method that the URL lacks with 405 and Allow, logged once', async () => {
    const { outcome, response } = await run(form, {}, { method: 'DELETE', url: '/' });

    const log = ['warn: DELETE / was answered 405: Method Not Allowed'];
    expect(outcome).toEqual({ trace: `${inward} ${outward}`, status: 405, log });
    expect(response.headers.allow).toBe('GET, POST, HEAD, OPTIONS');
  });

  it.each([
    [400, 'application/json', '{"broken'],
    [413, 'application/json', JSON.stringify('x'.repeat(64))],
    [415, 'text/csv', 'a,b'],
  ])('GT-15 answers %i to a body of the type %s that cannot be read', async (status, type, payload) => {
    const headers = { 'content-type': type };

    const { outcome, response } = await run(form, {}, { method: 'POST', url: '/', headers, payload });

    const log = [`warn: POST / was answered ${status}: ${response.json<ProblemDetails>().detail ?? ''}`];
    expect(outcome).toEqual({ trace: `${inward} ${exceptions} ${outward}`, status, log });
  });

  it('GT-15 lets processView answer though the body cannot be read', async () => {
    const headers = { 'content-type': 'text/csv' };
    const behaviours = { 'A.view': returning(new HttpResponse('seen')) };

    const { outcome, response } = await run(form, behaviours, { method: 'POST', url: '/', headers, payload: 'a,b' });

    expect(outcome).toEqual({ trace: `A.req B.req C.req A.view ${outward}`, status: 200, log: [] });
    expect(response.body).toBe('seen');
  });

  it('GT-17 answers 400 to a bad URL through the request and response phases', async () => {
    const { outcome, response } = await run(form, {}, { url: '/%zz' });

    const log = ['warn: GET /%zz was answered 400: The target of the request is not a valid path.'];
    expect(outcome).toEqual({ trace: `A.req B.req C.req ${outward}`, status: 400, log });
    expect(response.json<ProblemDetails>()).toMatchObject({ status: 400, title: 'Bad Request' });
  });
});

describe('golden traces of mixed forms', () => {
  it('GT-01 gives the same trace when sync and async hooks mix', async () => {
    const later = (_request: unknown, subject?: unknown) => Promise.resolve(subject);
    const nothing = () => Promise.resolve(null);
    const behaviours = {
      'B.req': nothing,
      'A.view': nothing,
      'B.resp': later,
      VIEW: returning(Promise.resolve('text')),
    };

    const { outcome, response } = await run('sync', behaviours);

    expect(outcome).toEqual({ trace: `${inward} VIEW ${outward}`, status: 200, log: [] });
    expect(response.body).toBe('text');
  });

  it('GT-09 logs nothing for the error of an async view that a sync hook handles', async () => {
    const rejected = () => Promise.reject(new Error('boom'));

    const { outcome, response } = await run('sync', {
      VIEW: rejected,
      'B.exc': returning(new HttpResponse('handled')),
    });

    expect(outcome).toEqual({ trace: `${inward} VIEW C.exc B.exc ${outward}`, status: 200, log: [] });
    expect(response.body).toBe('handled');
  });
});
