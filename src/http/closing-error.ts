import { ServiceUnavailableError } from './http-errors';

/** The kernel closes: what new requests are answered with, and why signals abort. */
export function createClosingError(): ServiceUnavailableError {
  return new ServiceUnavailableError('The server is shutting down.');
}
