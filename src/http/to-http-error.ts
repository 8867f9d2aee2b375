import { type HeaderRecord, type HeaderValue, HttpHeaders } from './headers';
import { HttpError, isHttpError, withoutStack } from './http-error';
import { BadRequestError, InternalServerError } from './http-errors';

/** Where an error comes from: the application's own code, a plugin's hook, or the reading of the body. */
export type ErrorOrigin = 'application' | 'plugin' | 'body';

/**
 * The answer to whatever was thrown. Never throws.
 *
 * An `HttpError` is its own answer. Fastify and its plugins say with a `statusCode` that the client is at fault; on any
 * other error a `statusCode` means nothing, since it may be that of a service the application called.
 */
export function toHttpError(error: unknown, origin: ErrorOrigin): HttpError {
  if (isHttpError(error)) return error;

  const status = readProperty(error, 'statusCode');
  if (isClientStatus(status) && (origin !== 'application' || isOfFastify(error))) {
    return new HttpError(status, readMessage(error), { headers: readHeaders(error), cause: error });
  }
  if (origin === 'body' && status === undefined) {
    return new BadRequestError('The body could not be read.', { cause: error });
  }
  return withoutStack(() => new InternalServerError(undefined, { cause: error }));
}

function isOfFastify(error: unknown): boolean {
  const code = readProperty(error, 'code');
  return typeof code === 'string' && code.startsWith('FST_');
}

function isClientStatus(status: unknown): status is number {
  return Number.isInteger(status) && (status as number) >= 400 && (status as number) < 500;
}

function readMessage(error: unknown): string | undefined {
  const message = readProperty(error, 'message');
  return typeof message === 'string' && message !== '' ? message : undefined;
}

// What cannot be sent is left out: the answer matters more than a plugin's header.
function readHeaders(error: unknown): HeaderRecord {
  const headers = new HttpHeaders();
  for (const [name, value] of readEntries(readProperty(error, 'headers'))) {
    try {
      headers.set(name, value as HeaderValue);
    } catch {
      continue;
    }
  }
  return Object.fromEntries(headers);
}

function readEntries(value: unknown): [string, unknown][] {
  try {
    return typeof value === 'object' && value !== null ? Object.entries(value) : [];
  } catch {
    return [];
  }
}

// Anything can be thrown, also nothing, and also a proxy or a getter that throws in turn.
function readProperty(value: unknown, name: string): unknown {
  try {
    return (value as Record<string, unknown> | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}
