import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { ReadableStream } from 'node:stream/web';

import type { Payload } from '../../src/http/payload';
import { HttpResponse } from '../../src/http/response';
import { fakeRequest } from './fake-request';
import { readThrown } from './read-thrown';

const request = fakeRequest();

describe('a response', () => {
  it('is 200 without headers unless told', () => {
    const response = new HttpResponse('Hello');

    expect(response.status).toBe(200);
    expect(response.body).toBe('Hello');
    expect(response.error).toBeUndefined();
    expect(response.existingHeaders).toBeUndefined();
  });

  it('takes status and headers', () => {
    const response = new HttpResponse('Hello', { status: 201, headers: { Location: '/notes/1' } });

    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe('/notes/1');
    expect(response.existingHeaders).toBe(response.headers);
  });

  it.each([
    [99, '99'],
    [600, '600'],
    [199, '199'],
    [200.5, '200.5'],
    [NaN, 'NaN'],
    ['200', '"200"'],
    [null, 'null'],
  ])('refuses the status %p where it is set', (status, shown) => {
    const error = new TypeError(`HttpResponse.status must be a whole number from 200 to 599, but was ${shown}.`);
    const response = new HttpResponse();

    expect(() => {
      response.status = status as number;
    }).toThrow(error);
    expect(() => new HttpResponse('', { status: status as number })).toThrow(error);
    expect(response.status).toBe(200);
  });

  it.each([200, 599])('takes the status %d', (status) => {
    expect(new HttpResponse('', { status }).status).toBe(status);
  });

  it('refuses a header that cannot be sent where it is made', () => {
    expect(readThrown(() => new HttpResponse('', { headers: { 'x-name': 'a\r\nb' } }))).toHaveProperty(
      'message',
      'Invalid character in header content ["x-name"]',
    );
  });

  it('tells the error it was made from', () => {
    const response = new HttpResponse();

    response.setError('a reason');

    expect(response.error).toBe('a reason');
  });
});

describe('a cookie', () => {
  it('is safe unless told otherwise', () => {
    const response = new HttpResponse();

    response.setCookie('session', 'a b;c');

    expect(response.headers.getSetCookie()).toEqual(['session=a%20b%3Bc; Path=/; HttpOnly; SameSite=Lax']);
  });

  it('takes options, and stands beside others', () => {
    const response = new HttpResponse();

    response.setCookie('theme', 'dark', {
      path: '/app',
      httpOnly: false,
      secure: true,
      sameSite: 'none',
      maxAge: 60,
      domain: 'example.com',
    });
    response.setCookie('a', '1');

    expect(response.headers.getSetCookie()).toEqual([
      'theme=dark; Max-Age=60; Domain=example.com; Path=/app; Secure; SameSite=None',
      'a=1; Path=/; HttpOnly; SameSite=Lax',
    ]);
  });

  it('is deleted where it was set', () => {
    const response = new HttpResponse();

    response.deleteCookie('session', { path: '/app', secure: true });

    expect(response.headers.getSetCookie()).toEqual([
      'session=; Max-Age=0; Path=/app; Expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Secure; SameSite=Lax',
    ]);
  });

  it('with a name that is none is refused', () => {
    expect(() => {
      new HttpResponse().setCookie('a b', '1');
    }).toThrow(new TypeError('argument name is invalid: a b'));
  });
});

describe('the body of a response', () => {
  it.each([
    ['text', 'Grüße', 'text/plain; charset=utf-8', 'Grüße'],
    ['nothing', undefined, undefined, undefined],
    ['null', null, undefined, undefined],
    ['an object', { a: [1, null] }, 'application/json; charset=utf-8', '{"a":[1,null]}'],
    ['a number', 7, 'application/json; charset=utf-8', '7'],
    ['bytes', Buffer.from('abc'), 'application/octet-stream', Buffer.from('abc')],
    ['a view of bytes', new Uint8Array([1, 2, 3]).subarray(1), 'application/octet-stream', Buffer.from([2, 3])],
    ['an array of bytes', new Uint8Array([1, 2]).buffer, 'application/octet-stream', Buffer.from([1, 2])],
  ])('is written as what it is: %s', async (_, body, contentType, payload) => {
    const response = new HttpResponse(body);

    expect(response.contentType).toBe(contentType);
    expect(await response.toPayload(request)).toEqual(payload);
  });

  it('may be a stream of bytes, which is sent itself', async () => {
    const body = Readable.from([Buffer.from('a'), Buffer.from('b')], { objectMode: false });
    const response = new HttpResponse(body);

    expect(response.contentType).toBe('application/octet-stream');
    expect(await response.toPayload(request)).toBe(body);
  });

  it('may be a stream of text chunks in object mode', async () => {
    const payload = await new HttpResponse(Readable.from(['a', 'ü'])).toPayload(request);

    expect(await text(payload as Readable)).toBe('aü');
  });

  it('may be a web stream', async () => {
    const response = new HttpResponse(webStream(['a', new Uint8Array([98])]));
    const payload = await response.toPayload(request);

    expect(response.contentType).toBe('application/octet-stream');
    expect(await buffer(payload as Readable)).toEqual(Buffer.from('ab'));
  });

  it.each([
    ['a Node stream', () => Readable.from([{ a: 1 }]), 'an object'],
    ['a web stream', () => webStream([7]), 'a number'],
  ])('ends in an error event when %s has chunks that are no bytes', async (_, createBody, kind) => {
    const payload = await new HttpResponse(createBody()).toPayload(request);

    expect(await readFailure(payload)).toEqual(
      new TypeError(`A chunk of a streamed body must be text or bytes, but was ${kind}.`),
    );
  });

  it('does not end the process when its stream fails while hooks still run', async () => {
    const body = new Readable({ read: () => undefined });
    const response = new HttpResponse(body);

    body.destroy(new Error('The disk is gone.'));
    await new Promise((resolve) => body.once('close', resolve));

    expect(((await response.toPayload(request)) as Readable).errored).toEqual(new Error('The disk is gone.'));
  });

  it.each([
    ['a function', () => 1, 'A JSON body must be a JSON value, but was a function.'],
    ['a symbol', Symbol('a'), 'A JSON body must be a JSON value, but was a symbol.'],
    ['a promise', Promise.resolve(1), 'A JSON body must be a JSON value, but was a promise. Await it first.'],
    [
      'an async iterable',
      { [Symbol.asyncIterator]: () => undefined },
      'A JSON body must be a JSON value, but was an async iterable. Use an EventStreamResponse or a StreamResponse.',
    ],
  ])('that is %s is an error', (_, body, message) => {
    expect(() => new HttpResponse(body).toPayload(request)).toThrow(new TypeError(message));
  });
});

function webStream(chunks: unknown[]): ReadableStream {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

async function readFailure(payload: Payload): Promise<unknown> {
  try {
    return await text(payload as Readable);
  } catch (error) {
    return error;
  }
}
