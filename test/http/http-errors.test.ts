import { STATUS_CODES } from 'node:http';

import * as errors from '../../src/http/http-errors';
import { ValidationError } from '../../src/http/validation-error';

const { MethodNotAllowedError, UnauthorizedError, TooManyRequestsError, ServiceUnavailableError, ...plain } = errors;

describe('the errors of the statuses that APIs use', () => {
  it.each([
    ['BadRequestError', 400],
    ['ForbiddenError', 403],
    ['NotFoundError', 404],
    ['NotAcceptableError', 406],
    ['RequestTimeoutError', 408],
    ['ConflictError', 409],
    ['GoneError', 410],
    ['LengthRequiredError', 411],
    ['PreconditionFailedError', 412],
    ['PayloadTooLargeError', 413],
    ['UriTooLongError', 414],
    ['UnsupportedMediaTypeError', 415],
    ['RangeNotSatisfiableError', 416],
    ['UnprocessableEntityError', 422],
    ['PreconditionRequiredError', 428],
    ['InternalServerError', 500],
    ['NotImplementedError', 501],
    ['BadGatewayError', 502],
    ['GatewayTimeoutError', 504],
  ] as const)('%s is %d', (name, status) => {
    const error = new plain[name]('A detail.', { headers: { 'x-a': '1' } });

    expect(error).toMatchObject({ name, status, detail: 'A detail.', headers: { 'x-a': '1' } });
    expect(error.title).toBe(STATUS_CODES[status]);
  });

  it('are each in the table above or have a test below', () => {
    expect(Object.keys(plain)).toHaveLength(19);
  });

  it('say how to authenticate: by a bearer token unless told', () => {
    expect(new UnauthorizedError()).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer' } });
    expect(new UnauthorizedError('Log in.', { challenge: 'Basic realm="notes"', extensions: { a: 1 } })).toMatchObject({
      detail: 'Log in.',
      headers: { 'www-authenticate': 'Basic realm="notes"' },
      extensions: { a: 1 },
    });
  });

  it('say which methods are allowed', () => {
    expect(new MethodNotAllowedError(['GET', 'HEAD'], 'No.', { headers: { 'x-a': '1' } })).toMatchObject({
      status: 405,
      detail: 'No.',
      headers: { allow: 'GET, HEAD', 'x-a': '1' },
    });
  });

  it.each([
    [TooManyRequestsError, 429],
    [ServiceUnavailableError, 503],
  ])('say when to come back: %p', (type, status) => {
    expect(new type()).toMatchObject({ status, headers: {} });
    expect(new type('Later.', { retryAfter: 1.5, headers: { 'x-a': '1' } })).toMatchObject({
      detail: 'Later.',
      headers: { 'retry-after': 2, 'x-a': '1' },
    });
  });
});

describe('a validation error', () => {
  it('is 422 and tells all issues', () => {
    const issues = [
      { in: 'body', pointer: '/zip', rule: 'isPostalCode', message: 'zip must be a postal code' },
    ] as const;
    const error = new ValidationError(issues, 'Mind the zip.', { extensions: { form: 'address' } });

    expect(error).toBeInstanceOf(errors.UnprocessableEntityError);
    expect(error).toMatchObject({
      name: 'ValidationError',
      status: 422,
      detail: 'Mind the zip.',
      errors: issues,
      extensions: { form: 'address', errors: issues },
    });
  });
});
