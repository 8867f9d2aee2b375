import { runInNewContext } from 'node:vm';

import { HttpError, isHttpError } from '../../src/http/http-error';
import { InternalServerError, NotFoundError } from '../../src/http/http-errors';
import { readThrown } from './read-thrown';

class QuotaError extends HttpError {}

describe('an HTTP error', () => {
  it('has the phrase of its status as title and message unless told', () => {
    const error = new HttpError(404);

    expect(error).toMatchObject({ status: 404, title: 'Not Found', message: 'Not Found', type: 'about:blank' });
    expect(error.detail).toBeUndefined();
    expect(error.headers).toEqual({});
    expect(error.extensions).toEqual({});
    expect('cause' in error).toBe(false);
  });

  it('takes a detail, which is its message', () => {
    expect(new HttpError(404, 'There is no note 7.')).toMatchObject({
      title: 'Not Found',
      detail: 'There is no note 7.',
      message: 'There is no note 7.',
    });
  });

  it('takes all that a problem can say', () => {
    const options = {
      type: 'https://example.com/quota',
      title: 'No quota',
      headers: { 'x-a': '1' },
      extensions: { left: 0 },
      cause: 'a reason',
    };

    expect(new HttpError(403, 'Buy more.', options)).toMatchObject(options);
  });

  it.each([
    [499, 'Client Error'],
    [599, 'Server Error'],
  ])('has a title under the unknown status %d', (status, title) => {
    expect(new HttpError(status).title).toBe(title);
  });

  it.each([200, 399, 600, 404.5, NaN])('refuses the status %d', (status) => {
    expect(() => new HttpError(status)).toThrow(
      new TypeError(`HttpError.status must be a whole number from 400 to 599, but was ${String(status)}.`),
    );
  });

  it('refuses a header that cannot be sent', () => {
    expect(readThrown(() => new HttpError(400, '', { headers: { 'x-a': 'a\nb' } }))).toHaveProperty(
      'message',
      'Invalid character in header content ["x-a"]',
    );
  });

  it('is named as its class, in its stack too', () => {
    expect(new QuotaError(403).name).toBe('QuotaError');
    expect(String(new NotFoundError('No note.'))).toBe('NotFoundError: No note.');
    expect(new InternalServerError('Oh.').stack).toMatch(/^InternalServerError: Oh\.\n {4}at /);
  });

  it('lets a subclass choose its name', () => {
    class Named extends HttpError {
      override name = 'Chosen';
    }

    expect(new Named(400).name).toBe('Chosen');
  });

  it('has no stack below 500, and leaves other errors theirs', () => {
    const error = new NotFoundError('No note.');

    expect(error.stack).toBe('NotFoundError: No note.');
    expect(new Error('other').stack).toContain('\n    at ');
  });

  it('leaves other errors their stack when it cannot be built', () => {
    expect(() => new HttpError(404, Symbol('a') as unknown as string)).toThrow(
      'Cannot convert a Symbol value to a string',
    );
    expect(new Error('other').stack).toContain('\n    at ');
  });
});

describe('the question whether it is an HTTP error', () => {
  it('is answered yes for one of this copy, and of another', () => {
    let foreign: unknown;
    jest.isolateModules(() => {
      const other = jest.requireActual<Record<'HttpError', typeof HttpError>>('../../src/http/http-error');
      foreign = new other.HttpError(404);
    });

    expect(foreign).not.toBeInstanceOf(HttpError);
    expect(isHttpError(foreign)).toBe(true);
    expect(isHttpError(new QuotaError(403))).toBe(true);
  });

  it.each([
    ['an error', new Error('a')],
    ['an error of another realm', runInNewContext('new Error()')],
    ['an object like one', { status: 404, message: 'a' }],
    ['text', 'a'],
    ['undefined', undefined],
    ['null', null],
    ['a proxy that throws', new Proxy({}, { has: () => fail() })],
  ])('is answered no for %s', (_, value) => {
    expect(isHttpError(value)).toBe(false);
  });
});

function fail(): never {
  throw new Error('Not for you.');
}
