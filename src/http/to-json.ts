import { describeKind } from './describe-value';

// JSON.stringify is typed as if it always gave text.
type WriteJson = (body: unknown) => string | undefined;

/** The JSON text of a body. Throws for what JSON cannot say, and for what is surely a slip: a promise, a stream. */
export function toJson(body: unknown, write: WriteJson = JSON.stringify): string {
  if (typeof body === 'object' && body !== null) assertIsNoSlip(body);
  const json = write(body);
  if (json === undefined) throw new TypeError(`A JSON body must be a JSON value, but was ${describeKind(body)}.`);
  return json;
}

/** Refuses a promise and an async iterable, of which JSON would be `{}`. */
export function assertIsNoSlip(body: object): void {
  if (typeof (body as { then?: unknown }).then === 'function') {
    throw new TypeError('A JSON body must be a JSON value, but was a promise. Await it first.');
  }
  if (Symbol.asyncIterator in body) {
    throw new TypeError(
      'A JSON body must be a JSON value, but was an async iterable. Use an EventStreamResponse or a StreamResponse.',
    );
  }
}
