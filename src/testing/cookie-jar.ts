import { type ReceivedCookie, readSetCookie } from '../http/cookies';

/** Where a request goes, as far as cookies depend on it. */
export interface CookieTarget {
  readonly path: string;
  /** Whether cookies that are for HTTPS only are sent: over HTTPS, and to this machine, as browsers do. */
  readonly isTrusted: boolean;
}

interface KeptCookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
  readonly isSecure: boolean;
  /** Milliseconds since 1970; infinite where it ends with the session. */
  readonly end: number;
}

/** The cookies that a client has been sent and sends back: by path, until they expire. The domain is not looked at. */
export class CookieJar {
  #cookies: KeptCookie[] = [];

  /** The value of a cookie, decoded: the one with the longest path; `undefined` where there is none or it has expired. */
  get(name: string): string | undefined {
    const found = this.#read().find((each) => each.name === name);
    return found && decode(found.value);
  }

  /** Keeps a cookie as if the application had set it. The value is percent-encoded. */
  set(name: string, value: string, options: { readonly path?: string } = {}): void {
    this.#keep({ name, value: encodeURIComponent(value), path: options.path ?? '/' }, '/');
  }

  /** Forgets a cookie on all paths. */
  delete(name: string): void {
    this.#cookies = this.#cookies.filter((each) => each.name !== name);
  }

  /** Forgets all cookies. */
  clear(): void {
    this.#cookies = [];
  }

  /** Keeps what a response sets. @internal */
  receive(headers: readonly string[], { path }: CookieTarget): void {
    for (const header of headers) this.#keep(readSetCookie(header), path);
  }

  /** The cookies that go with a request, as they are sent: pairs of name and value. @internal */
  send({ path, isTrusted }: CookieTarget): [string, string][] {
    return this.#read()
      .filter((each) => covers(each.path, path) && (isTrusted || !each.isSecure))
      .map(({ name, value }) => [name, value]);
  }

  // Those with longer paths come first, and of one length those that were set first.
  #read(): KeptCookie[] {
    const now = Date.now();
    this.#cookies = this.#cookies.filter(({ end }) => end > now);
    return [...this.#cookies].sort((left, right) => right.path.length - left.path.length);
  }

  #keep(received: ReceivedCookie, requestPath: string): void {
    const { name, value, secure: isSecure = false } = received;
    const path = received.path?.startsWith('/') ? received.path : readDefaultPath(requestPath);
    const kept = { name, value, path, isSecure, end: readEnd(received) };

    const known = this.#cookies.findIndex((each) => each.name === name && each.path === path);
    if (known === -1) this.#cookies.push(kept);
    else this.#cookies[known] = kept;
  }
}

function readEnd({ maxAge, expires }: ReceivedCookie): number {
  if (maxAge !== undefined) return Date.now() + maxAge * 1000;
  return expires?.getTime() ?? Number.POSITIVE_INFINITY;
}

// RFC 6265, section 5.1.4, and so is the next one.
function readDefaultPath(path: string): string {
  const end = path.lastIndexOf('/');
  return end <= 0 ? '/' : path.slice(0, end);
}

function covers(cookiePath: string, path: string): boolean {
  if (!path.startsWith(cookiePath)) return false;
  return path.length === cookiePath.length || cookiePath.endsWith('/') || path[cookiePath.length] === '/';
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
