import { HttpResponse, type HttpRequest, JsonResponse, Middleware, type MiddlewareHooks } from '../../src/index';
import { ask } from '../support/raw-http';
import { createTracer, type Form, startWire, stopKernels } from '../support/wire-kernel';
import { askView, createView, plain500 } from './answer-view';

afterEach(stopKernels);

const forms: Form[] = ['sync', 'async'];

describe.each(forms)('RU-09 in a view that is %s', (form) => {
  it.each([
    [
      'a status below 200',
      () => new HttpResponse('', { status: 199 }),
      'HttpResponse.status must be a whole number from 200 to 599, but was 199.',
    ],
    [
      'a status above 599',
      () => new HttpResponse('', { status: 600 }),
      'HttpResponse.status must be a whole number from 200 to 599, but was 600.',
    ],
    [
      'a header value with a line break',
      () => new HttpResponse('', { headers: { 'x-a': 'b\r\nset-cookie: c' } }),
      'Invalid character in header content ["x-a"]',
    ],
    [
      'a header name with a space',
      () => new HttpResponse('', { headers: { 'x a': 'b' } }),
      'Header name must be a valid HTTP token ["x a"]',
    ],
  ])('makes %s an error of the view that sets it', async (_, answer, message) => {
    const asked = await askView(answer, form);

    expect(asked.answer.status).toBe(500);
    expect(asked.trace).toEqual(['A.req', 'A.view', 'A.exc', 'A.resp(500)']);
    expect(asked.log.readProblems()).toEqual(['50 GET / was answered 500: Internal Server Error']);
    expect(asked.log.readErrors()).toEqual([message]);
  });

  it.each([
    ['a BigInt', () => ({ count: 1n }), 'Do not know how to serialize a BigInt'],
    [
      'a circle',
      () => {
        const circle: { self?: unknown } = {};
        circle.self = circle;
        return circle;
      },
      'Converting circular structure to JSON',
    ],
    [
      'a promise',
      () => new JsonResponse({ then: () => 1 }),
      'A JSON body must be a JSON value, but was a promise. Await it first.',
    ],
  ])('answers %s in JSON with a plain 500, one record and no hook again', async (_, answer, message) => {
    // A response that is a value is awaited; one inside of a response is not.
    const asked = await askView(() => new JsonResponse(unwrap(answer())), form);

    expect(asked.answer.status).toBe(500);
    expect(asked.answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(asked.answer.body)).toEqual(plain500(expect.any(String)));
    expect(asked.trace).toEqual(['A.req', 'A.view', 'A.resp(200)']);
    expect(asked.log.readProblems()).toEqual(['50 GET / was answered 500: Internal Server Error']);
    expect(asked.log.readErrors()).toEqual([expect.stringContaining(message)]);
    expect((await asked.again()).status).toBe(404);
  });
});

function unwrap(value: unknown): unknown {
  return value instanceof JsonResponse ? value.body : value;
}

describe('RU-09 in a hook', () => {
  it.each(forms)('makes a refused header an error of the %s hook that sets it', async (form) => {
    @Middleware()
    class HeaderMiddleware implements MiddlewareHooks {
      processResponse(_request: HttpRequest, response: HttpResponse): HttpResponse | Promise<HttpResponse> {
        const set = () => {
          response.headers.set('x-a', 'b\nc');
          return response;
        };
        return form === 'async' ? Promise.resolve().then(set) : set();
      }
    }
    const trace: string[] = [];
    const { origin, log } = await startWire({
      routes: [createView(() => 1)],
      middleware: [createTracer('A', trace), HeaderMiddleware],
    });

    const answer = await ask(origin, 'GET /');

    expect(answer.status).toBe(500);
    expect(answer.headers['x-a']).toBeUndefined();
    expect(trace).toEqual(['A.req', 'A.view', 'A.resp(500)']);
    expect(log.readProblems()).toEqual(['50 GET / was answered 500: Internal Server Error']);
    expect(log.readErrors()).toEqual(['Invalid character in header content ["x-a"]']);
  });

  it('takes back the headers of an answer that cannot be written', async () => {
    const { answer } = await askView(
      () => new JsonResponse(1n, { status: 201, headers: { location: '/1', 'content-type': 'application/x' } }),
    );

    expect(answer.status).toBe(500);
    expect(answer.headers).not.toHaveProperty('location');
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });
});
