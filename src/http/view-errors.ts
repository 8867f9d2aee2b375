import { ServiceUnavailableError } from './http-errors';

const beyondView = new WeakSet<object>();

/** Tells whether an error is about the view and not of it: exception hooks do not see it. */
export function isBeyondView(error: unknown): boolean {
  return typeof error === 'object' && error !== null && beyondView.has(error);
}

/** What a view returned cannot be sent. */
export function createWrongAnswer(message: string): Error {
  const error = new Error(message);
  beyondView.add(error);
  return error;
}

/** The view took longer than its time limit. */
export function createTimeLimitError(limit: number): ServiceUnavailableError {
  const error = new ServiceUnavailableError('The time limit of the request has ended.', {
    cause: new Error(`The view took longer than its time limit of ${limit} ms.`),
  });
  beyondView.add(error);
  return error;
}
