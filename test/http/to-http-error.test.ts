import { runInNewContext } from 'node:vm';

import { NotFoundError } from '../../src/http/http-errors';
import { toHttpError } from '../../src/http/to-http-error';

const origins = ['application', 'plugin', 'body'] as const;

describe('what was thrown', () => {
  it.each(origins)('is its own answer if it is an HttpError (%s)', (origin) => {
    const error = new NotFoundError();

    expect(toHttpError(error, origin)).toBe(error);
  });

  it.each(origins)('has the status and message of an error of Fastify (%s)', (origin) => {
    const cause = Object.assign(new Error('Body is too large.'), {
      code: 'FST_ERR_CTP_BODY_TOO_LARGE',
      statusCode: 413,
    });

    expect(toHttpError(cause, origin)).toMatchObject({ status: 413, detail: 'Body is too large.', cause });
  });

  it.each(['plugin', 'body'] as const)('has the status, message and headers of a %s error', (origin) => {
    const headers = { 'retry-after': 5, 'x-bad': 'a\nb', 'x-none': undefined };
    const cause = Object.assign(new Error('Slow down.'), { statusCode: 429, headers });
    const error = toHttpError(cause, origin);

    expect(error).toMatchObject({ status: 429, detail: 'Slow down.', cause });
    expect(error.headers).toEqual({ 'retry-after': '5' });
  });

  it('may be an object of a plugin that is no error', () => {
    const error = toHttpError({ statusCode: 429, message: 'Slow down.' }, 'plugin');

    expect(error).toMatchObject({ status: 429, detail: 'Slow down.', headers: {} });
  });

  it('may be an error of another realm', () => {
    const cause: unknown = runInNewContext('Object.assign(new Error("Slow down."), { statusCode: 429 })');

    expect(toHttpError(cause, 'plugin')).toMatchObject({ status: 429, detail: 'Slow down.', cause });
  });

  it('has no detail where the plugin gave no message', () => {
    expect(toHttpError({ statusCode: 401, message: '' }, 'plugin').detail).toBeUndefined();
    expect(toHttpError({ statusCode: 401, message: 7 }, 'plugin').detail).toBeUndefined();
  });

  it('is 400 when a body could not be read and no status says more', () => {
    const cause = new Error('Multipart: Boundary not found at /srv/app');

    expect(toHttpError(cause, 'body')).toMatchObject({ status: 400, detail: 'The body could not be read.', cause });
  });

  it.each([
    ['a status on an error of the application', { statusCode: 404, message: 'secret' }, 'application'],
    ['a code of Fastify without a status', { code: 'FST_ERR_X', message: 'secret' }, 'application'],
    ['a code of Fastify with a status of 500', { code: 'FST_ERR_X', statusCode: 500, message: 'secret' }, 'body'],
    ['a code that is like one of Fastify', { code: 'X_FST_', statusCode: 400, message: 'secret' }, 'application'],
    ['a status of 503 of a plugin', { statusCode: 503, message: 'secret' }, 'plugin'],
    ['a status that is no number', { statusCode: '404', message: 'secret' }, 'plugin'],
    ['a status that is not whole', { statusCode: 404.5, message: 'secret' }, 'plugin'],
    ['a status of 302', { statusCode: 302, message: 'secret' }, 'plugin'],
    ['a property called status', { status: 404, message: 'secret' }, 'plugin'],
  ] as const)('is 500 and tells nothing: %s', (_, fields, origin) => {
    const cause = Object.assign(new Error(), fields);
    const error = toHttpError(cause, origin);

    expect(error).toMatchObject({ status: 500, message: 'Internal Server Error', cause });
    expect(error.detail).toBeUndefined();
  });

  it.each([undefined, null, 'text', 0, Symbol('a'), thrower()])('may be no error at all, such as case %#', (thrown) => {
    for (const origin of ['application', 'plugin'] as const) {
      const error = toHttpError(thrown, origin);

      expect(error.status).toBe(500);
      expect(Object.is(error.cause, thrown)).toBe(true);
    }
  });

  it('may have headers that throw when they are read', () => {
    const error = toHttpError({ statusCode: 400, headers: thrower(), message: 'No.' }, 'plugin');

    expect(error).toMatchObject({ status: 400, headers: {} });
  });
});

function thrower(): object {
  const refuse = (): never => {
    throw new Error('Not for you.');
  };
  return new Proxy({}, { get: refuse, has: refuse, ownKeys: refuse, getPrototypeOf: refuse });
}
