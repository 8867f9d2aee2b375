import { isHttpError } from '../../http/http-error';
import { BadRequestError, PayloadTooLargeError } from '../../http/http-errors';

/** What is answered when a form cannot be read: it is malformed, broken off, or beyond a limit. */
export function toFormError(error: unknown): Error {
  if (isHttpError(error)) return error;
  const { statusCode, message } = error as { readonly statusCode?: unknown; readonly message?: unknown };
  return statusCode === 413
    ? new PayloadTooLargeError(`The form is too large: ${String(message)}.`, { cause: error })
    : new BadRequestError('The form could not be read.', { cause: error });
}
