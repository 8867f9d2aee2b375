import { HttpResponse, NotFoundError } from '../../src/index';
import { askTraced, type Behaviours, returning, throwing } from '../support/tracing';
import type { Form } from '../support/wire-kernel';

const inward = 'A.req B.req C.req A.view B.view C.view';
const outward = 'C.resp B.resp A.resp';
const exceptions = 'C.exc B.exc A.exc';

describe.each<Form>(['sync', 'async'])('log records in %s form', (form) => {
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
      { VIEW: returning(new HttpResponse('no', { status: 404 })) },
      ['warn: GET / was answered 404.'],
    ],
    [
      'a 5xx answer that no error made',
      { VIEW: returning(new HttpResponse('no', { status: 502 })) },
      ['error: GET / was answered 502.'],
    ],
    [
      'the final status of an answer',
      { 'A.resp': returning(new HttpResponse('no', { status: 403 })) },
      ['warn: GET / was answered 403.'],
    ],
    [
      'no 4xx answer that a hook replaces',
      { VIEW: returning(new HttpResponse('no', { status: 404 })), 'A.resp': returning(new HttpResponse('yes')) },
      [],
    ],
    [
      'an error, not its answer that a hook reshapes',
      { VIEW: throwing(new NotFoundError()), 'A.resp': returning(new HttpResponse('no', { status: 404 })) },
      ['warn: GET / was answered 404: Not Found'],
    ],
  ])('RU-16 logs one record for %s', async (_, behaviours, expected) => {
    const { log } = await askTraced({ form, behaviours });

    expect(log).toEqual(expected);
  });

  it('RU-16 attaches the error and its causes', async () => {
    const { errors } = await askTraced({
      form,
      behaviours: { VIEW: throwing(new NotFoundError('outer', { cause: new Error('inner') })) },
    });

    expect(errors).toEqual(['outer: inner']);
  });

  it.each<[unknown]>([[Object.freeze(new Error('frozen'))], [undefined], ['text'], [Symbol('symbol')]])(
    'RU-16 logs one record for %p, which a logger can hardly read',
    async (value) => {
      const { log, trace } = await askTraced({ form, behaviours: { VIEW: throwing(value) } });

      expect(log).toEqual(['error: GET / was answered 500: Internal Server Error']);
      expect(trace).toBe(`${inward} VIEW ${exceptions} ${outward}`);
    },
  );
});
