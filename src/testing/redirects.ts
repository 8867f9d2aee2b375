import type { HttpMethod } from '../metadata/http-method';
import type { WireResponse } from './test-response';

/** A request, as far as a redirect changes it. */
export interface RedirectedRequest {
  readonly method: HttpMethod;
  readonly url: string;
  /** Whether the body goes along. */
  readonly hasBody: boolean;
}

const farthest = 20;

/** Where a response redirects to; `undefined` where it does not, or leads to another host. */
export function readRedirect(
  { status, headers: { location } }: WireResponse,
  request: RedirectedRequest,
  host: string,
): RedirectedRequest | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  const from = new URL(request.url, `http://${host}`);
  const { hostname, pathname, search } = new URL(location, from);
  if (hostname !== from.hostname) return undefined;

  const url = pathname + search;
  if (status === 307 || status === 308) return { ...request, url };
  return { method: request.method === 'HEAD' ? 'HEAD' : 'GET', url, hasBody: false };
}

/** Tells redirects that come to no end: the same request again, or too many. */
export class RedirectLoop {
  readonly #seen = new Set<string>();
  readonly #path: string[] = [];

  /** Adds a request; with other cookies it is another one. */
  assertNew({ method, url }: RedirectedRequest, cookies: string): void {
    const key = `${method} ${url} ${cookies}`;
    this.#path.push(url);
    if (this.#seen.has(key)) throw new Error(`The redirects go in a circle: ${this.#path.join(' → ')}.`);
    if (this.#path.length > farthest + 1) {
      throw new Error(`There are more than ${farthest} redirects: ${this.#path.join(' → ')}.`);
    }
    this.#seen.add(key);
  }
}
