import { HttpError, type HttpErrorOptions } from './http-error';

/** Options of an answer that asks the client to prove who it is. */
export interface UnauthorizedErrorOptions extends HttpErrorOptions {
  /** How the client can prove it: the `www-authenticate` header. `Bearer` unless told. */
  readonly challenge?: string;
}

/** Options of an answer that asks the client to come back later. */
export interface RetryLaterOptions extends HttpErrorOptions {
  /** Seconds until it is worth another try: the `retry-after` header. */
  readonly retryAfter?: number;
}

/** The request could not be understood (RFC 9110, section 15.5.1). */
export class BadRequestError extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(400, detail, options);
  }
}

/**
 * The client must prove who it is. RFC 9110 (section 15.5.2) wants the answer to say how, in `www-authenticate`: that is
 * `Bearer` unless `challenge` says otherwise.
 */
export class UnauthorizedError extends HttpError {
  constructor(detail?: string, { challenge = 'Bearer', ...options }: UnauthorizedErrorOptions = {}) {
    super(401, detail, { ...options, headers: { 'www-authenticate': challenge, ...options.headers } });
  }
}

/** The client may not do this, whoever it is (RFC 9110, section 15.5.4). */
export class ForbiddenError extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(403, detail, options);
  }
}

/** There is nothing here (RFC 9110, section 15.5.5). */
export class NotFoundError extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(404, detail, options);
  }
}

/** There is something here, but not for this method (RFC 9110, section 15.5.6). `allow` becomes the `allow` header. */
export class MethodNotAllowedError extends HttpError {
  constructor(allow: readonly string[], detail?: string, options?: HttpErrorOptions) {
    super(405, detail, { ...options, headers: { allow: allow.join(', '), ...options?.headers } });
  }
}

/** There is no form of it that the client accepts (RFC 9110, section 15.5.7). */
export class NotAcceptableError extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(406, detail, options);
  }
}

/** The client took too long to send its request (RFC 9110, section 15.5.9). */
export class RequestTimeoutError extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(408, detail, options);
  }
}

/** It does not fit the present state, such as a name that is taken (RFC 9110, section 15.5.10). */
export class ConflictError extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(409, detail, options);
  }
}

/** There was something here, and it will not come back (RFC 9110, section 15.5.11). */
export class GoneError extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(410, detail, options);
  }
}

/** The request must have a `content-length` (RFC 9110, section 15.5.12). */
export class LengthRequiredError extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(411, detail, options);
  }
}

/** A condition of the request, such as `if-match`, is not met (RFC 9110, section 15.5.13). */
export class PreconditionFailedError extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(412, detail, options);
  }
}

/** The body is larger than is accepted (RFC 9110, section 15.5.14). */
export class PayloadTooLargeError extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(413, detail, options);
  }
}

/** The URL is longer than is accepted (RFC 9110, section 15.5.15). */
export class UriTooLongError extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(414, detail, options);
  }
}

/** The body is of a type that is not accepted (RFC 9110, section 15.5.16). */
export class UnsupportedMediaTypeError extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(415, detail, options);
  }
}

/** There are no such bytes to send (RFC 9110, section 15.5.17). */
export class RangeNotSatisfiableError extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(416, detail, options);
  }
}

/** The request can be read, and makes no sense (RFC 9110, section 15.5.21). */
export class UnprocessableEntityError extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(422, detail, options);
  }
}

/** The request must say which version it changes, by `if-match` (RFC 6585, section 3). */
export class PreconditionRequiredError extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(428, detail, options);
  }
}

/** The client asks too often (RFC 6585, section 4). */
export class TooManyRequestsError extends HttpError {
  constructor(detail?: string, options?: RetryLaterOptions) {
    super(429, detail, withRetryAfter(options));
  }
}

/** Something failed that is not the client's fault (RFC 9110, section 15.6.1). */
export class InternalServerError extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(500, detail, options);
  }
}

/** This cannot be done yet (RFC 9110, section 15.6.2). */
export class NotImplementedError extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(501, detail, options);
  }
}

/** A service behind this one answered badly (RFC 9110, section 15.6.3). */
export class BadGatewayError extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(502, detail, options);
  }
}

/** It cannot be done at present (RFC 9110, section 15.6.4). */
export class ServiceUnavailableError extends HttpError {
  constructor(detail?: string, options?: RetryLaterOptions) {
    super(503, detail, withRetryAfter(options));
  }
}

/** A service behind this one took too long (RFC 9110, section 15.6.5). */
export class GatewayTimeoutError extends HttpError {
  constructor(detail?: string, options?: HttpErrorOptions) {
    super(504, detail, options);
  }
}

function withRetryAfter({ retryAfter, ...options }: RetryLaterOptions = {}): HttpErrorOptions {
  if (retryAfter === undefined) return options;
  return { ...options, headers: { 'retry-after': Math.ceil(retryAfter), ...options.headers } };
}
