import { Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';

import { Delete, HttpResponse, path, Route } from '../../src/index';
import { ask } from '../support/raw-http';
import { type Form, startWire, stopKernels } from '../support/wire-kernel';
import { askView, plain500 } from './answer-view';

afterEach(stopKernels);

const forms: Form[] = ['sync', 'async'];

describe.each(forms)('RU-10 in a view that is %s', (form) => {
  const json = 'application/json; charset=utf-8';
  const bytes = 'application/octet-stream';

  it.each([
    ['an object', () => ({ a: 1 }), json, '{"a":1}'],
    ['a list', () => [1, 2], json, '[1,2]'],
    ['a number', () => 7, json, '7'],
    ['a boolean', () => false, json, 'false'],
    ['null', () => null, json, 'null'],
    ['text', () => 'Grüße', 'text/plain; charset=utf-8', 'Grüße'],
    ['no text', () => '', 'text/plain; charset=utf-8', ''],
    ['a Buffer', () => Buffer.from('bytes'), bytes, 'bytes'],
    ['other bytes', () => new Uint8Array([104, 105]), bytes, 'hi'],
    ['a stream of Node', () => Readable.from([Buffer.from('a'), Buffer.from('b')], { objectMode: false }), bytes, 'ab'],
    ['a stream of the web', () => createWebStream(['a', 'b']), bytes, 'ab'],
    ['an HttpResponse', () => new HttpResponse('x', { headers: { 'content-type': 'text/css' } }), 'text/css', 'x'],
  ])('sends %s', async (_, answer, contentType, body) => {
    const asked = await askView(answer, form);

    expect(asked.answer).toMatchObject({ status: 200, body });
    expect(asked.answer.headers['content-type']).toBe(contentType);
    expect(asked.trace).toEqual(['A.req', 'A.view', 'A.resp(200)']);
    expect(asked.log.readProblems()).toEqual([]);
  });

  it.each([
    [
      'undefined',
      () => undefined,
      'AnswerView.show returned nothing. Return a value, or give its method { status: 204 }.',
    ],
    ['a function', () => () => 1, 'AnswerView.show must return a value that can be sent, but returned a function.'],
    ['a symbol', () => Symbol('s'), 'AnswerView.show must return a value that can be sent, but returned a symbol.'],
    [
      'an async iterable',
      () => createChunks(),
      'AnswerView.show returned an async iterable. Return new EventStreamResponse(…) or new StreamResponse(…) of it.',
    ],
    [
      'a stream of objects',
      () => Readable.from([{ a: 1 }]),
      'AnswerView.show returned a stream of objects. Return a stream of bytes, or of text.',
    ],
  ])('refuses %s, and no exception hook sees it', async (_, answer, message) => {
    const asked = await askView(answer, form);

    expect(asked.answer.status).toBe(500);
    expect(JSON.parse(asked.answer.body)).toEqual(plain500(expect.any(String)));
    expect(asked.trace).toEqual(['A.req', 'A.view', 'A.resp(500)']);
    expect(asked.log.readProblems()).toEqual(['50 GET / was answered 500: Internal Server Error']);
    expect(asked.log.readErrors()).toEqual([message]);
  });
});

describe('RU-10 where the status has no body', () => {
  it.each(forms)('sends nothing for a %s method that returns nothing', async (form) => {
    const { origin } = await startWire({ routes: [path('/', createDeleteView(undefined, form))] });

    const answer = await ask(origin, 'DELETE /');

    expect(answer.status).toBe(204);
    expect(answer.headers).not.toHaveProperty('content-type');
    expect(answer.headers).not.toHaveProperty('content-length');
  });

  it.each([
    [1, '1'],
    [null, 'null'],
    ['x', '"x"'],
    [{ a: 1 }, 'an object'],
  ])('refuses the value %j under a status that has no body', async (value, described) => {
    const { origin, log } = await startWire({ routes: [path('/', createDeleteView(value))] });

    const answer = await ask(origin, 'DELETE /');

    expect(answer.status).toBe(500);
    expect(log.readErrors()).toEqual([
      `RemoveView.remove must return nothing, since its status is 204, but returned ${described}.`,
    ]);
  });
});

function createDeleteView(value: unknown, form: Form = 'sync') {
  @Route('/')
  class RemoveView {
    @Delete({ status: 204 })
    remove(): unknown {
      return form === 'async' ? Promise.resolve(value) : value;
    }
  }
  return RemoveView;
}

async function* createChunks(): AsyncGenerator<string> {
  yield await Promise.resolve('a');
}

function createWebStream(chunks: readonly string[]): ReadableStream {
  return new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(Buffer.from(chunk));
      controller.close();
    },
  });
}
