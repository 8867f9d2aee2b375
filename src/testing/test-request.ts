/** Text, or what is written as text; a list is a name that stands several times. */
export type TestQueryValue = string | number | boolean | readonly (string | number | boolean)[] | undefined;

/** Headers that a test sends. */
export type TestHeaders = Readonly<Record<string, string | readonly string[]>>;

/** What a test sends with a request. */
export interface TestRequestOptions {
  /**
   * Text and bytes are sent as they are, `URLSearchParams` and `FormData` as a form, a `Blob` with its type, anything else
   * as JSON. A `content-type` among the headers replaces the one that goes with it.
   */
  readonly body?: unknown;
  readonly headers?: TestHeaders;
  /** Added to the query of the URL. */
  readonly query?: Readonly<Record<string, TestQueryValue>>;
  /** Sent beside those that the client has kept, in place of any of the same name. */
  readonly cookies?: Readonly<Record<string, string>>;
}

/** The bytes of a body, and the content type that goes with them. */
export interface TestBody {
  readonly bytes: Buffer;
  readonly type: string | undefined;
}

/** The body as it is sent. */
export function readBody(body: unknown): TestBody | undefined | Promise<TestBody> {
  if (body === undefined) return undefined;
  if (ArrayBuffer.isView(body)) {
    return { bytes: Buffer.from(body.buffer, body.byteOffset, body.byteLength), type: 'application/octet-stream' };
  }
  if (typeof body === 'string') return { bytes: Buffer.from(body), type: 'text/plain; charset=utf-8' };
  if (isOneOf(body, 'URLSearchParams')) {
    return { bytes: Buffer.from((body as URLSearchParams).toString()), type: 'application/x-www-form-urlencoded' };
  }
  if (isOneOf(body, 'FormData', 'Blob', 'File')) return readUpload(body as FormData | Blob);
  return { bytes: Buffer.from(JSON.stringify(body)), type: 'application/json' };
}

/** The URL with the query added to its own. */
export function readTarget(url: string, query: TestRequestOptions['query'] = {}): string {
  const added = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [value].flat().map((each): [string, string] => [name, String(each)]),
    ),
  ).toString();
  if (added === '') return url;
  return `${url}${url.includes('?') ? '&' : '?'}${added}`;
}

/** Headers by their names in lower case; of several that have the name, the last. */
export function readHeaders(...given: readonly TestHeaders[]): Record<string, string | string[]> {
  const entries = given.flatMap((headers) => Object.entries(headers));
  return Object.fromEntries(
    entries.map(([name, value]) => [name.toLowerCase(), typeof value === 'string' ? value : [...value]]),
  );
}

/** The headers that go with a body. */
export function readBodyHeaders(body: TestBody | undefined): TestHeaders {
  if (!body) return {};
  return { ...(body.type && { 'content-type': body.type }), 'content-length': String(body.bytes.length) };
}

/** The header that sends cookies; the values are as they are sent. */
export function readCookieHeader(pairs: Iterable<readonly [string, string]>): TestHeaders {
  const cookies = [...new Map(pairs)].map(([name, value]) => `${name}=${value}`);
  return cookies.length > 0 ? { cookie: cookies.join('; ') } : {};
}

/** The cookies that a test gives, as they are sent. */
export function encodeCookies(cookies: TestRequestOptions['cookies'] = {}): [string, string][] {
  return Object.entries(cookies).map(([name, value]) => [name, encodeURIComponent(value)]);
}

// Not `instanceof`: the classes of Jest's environments and those of Node may be different ones.
function isOneOf(body: unknown, ...names: readonly string[]): boolean {
  return names.includes(Object.prototype.toString.call(body).slice('[object '.length, -1));
}

async function readUpload(body: FormData | Blob): Promise<TestBody> {
  const sent = new Response(body);
  return { bytes: Buffer.from(await sent.arrayBuffer()), type: sent.headers.get('content-type') ?? undefined };
}
