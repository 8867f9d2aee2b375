import { describeValue } from './describe-value';
import type { HeaderRecord } from './headers';
import { HttpResponse } from './response';

/** The statuses that send a client elsewhere (RFC 9110, section 15.4). */
export type RedirectStatus = 301 | 302 | 303 | 307 | 308;

/** How a redirect is made. */
export interface RedirectResponseOptions {
  /** 302 unless told. 307 and 308 keep method and body, 303 makes it a GET, 301 and 308 are permanent. */
  readonly status?: RedirectStatus;
  readonly headers?: HeaderRecord;
}

const redirectStatuses: readonly number[] = [301, 302, 303, 307, 308];

/**
 * Sends the client to another URL: a relative one, or one of `http` or `https`. Any other scheme is refused.
 *
 * What a URL cannot hold (spaces, non-ASCII characters, line breaks, backslashes) is percent-encoded; what is encoded
 * already stays as it is. A URL that a client chose is not made safe by this: it may lead to another site.
 */
export class RedirectResponse extends HttpResponse {
  constructor(url: string | URL, options?: RedirectResponseOptions) {
    const status = options?.status ?? 302;
    assertRedirectStatus(status);
    super(undefined, { ...options, status });
    this.headers.set('location', encodeLocation(String(url)));
  }
}

function assertRedirectStatus(status: number): void {
  if (redirectStatuses.includes(status)) return;
  throw new TypeError(`RedirectResponse.status must be 301, 302, 303, 307 or 308, but was ${describeValue(status)}.`);
}

function encodeLocation(url: string): string {
  // The scheme is read from the encoded text, since that is what the client will read it from.
  const location = url.replace(/\p{Surrogate}/gu, '\uFFFD').replace(unsafeInUrl, encodeURIComponent);
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(location)?.[0];
  if (scheme !== undefined && !/^https?:$/i.test(scheme)) {
    throw new TypeError(`RedirectResponse leads to relative, http or https URLs, but was given one of "${scheme}".`);
  }
  return location;
}

// Anything but printable ASCII, what RFC 3986 allows nowhere, and a percent sign that encodes nothing. The backslash is
// among them because browsers take it for a slash: "/\other.example" would lead to another site.
const unsafeInUrl = /[^\x21-\x7e]|["<>\\^`{|}]|%(?![0-9a-f]{2})/giu;
