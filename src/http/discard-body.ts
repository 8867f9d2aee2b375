import { whenClosed } from './closing';
import type { Exchange } from './exchange';
import { isNodeStream } from './payload';
import type { HttpResponse } from './response';

/** Releases what the body of a response that is not sent would have been read from. A failure of it is nobody's. */
export function discardBody({ rawBody }: HttpResponse): void {
  const release = readRelease(rawBody);
  if (!release) return;
  // Streams and iterators may refuse at once, or later: a web stream that is being read does.
  new Promise((resolve) => {
    resolve(release());
  }).catch(ignore);
}

/**
 * The same for a response that another one replaced. It waits until the answer is over: the other one may be made of
 * this one's stream.
 */
export function discardReplaced({ reply }: Exchange, replaced: HttpResponse): void {
  if (!readRelease(replaced.rawBody)) return;
  whenClosed(reply, () => {
    discardBody(replaced);
  });
}

// A body of JSON may have a method of any name, so an iterator is told by all that it has.
function readRelease(body: unknown): (() => unknown) | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  if (isNodeStream(body)) return () => body.destroy();
  if (hasMethod(body, 'getReader') && hasMethod(body, 'cancel')) return () => body.cancel();
  const isIterator = hasMethod(body, Symbol.asyncIterator) || hasMethod(body, Symbol.iterator);
  return isIterator && hasMethod(body, 'next') && hasMethod(body, 'return') ? () => body.return() : undefined;
}

function hasMethod<Name extends string | symbol>(value: object, name: Name): value is Record<Name, () => unknown> {
  return typeof (value as Partial<Record<Name, unknown>>)[name] === 'function';
}

function ignore(): void {
  // Nobody waits for the body.
}
