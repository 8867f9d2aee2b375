/** Text, or what is written as text; a list is a name that stands several times. */
export type TestQueryValue = string | number | boolean | readonly (string | number | boolean)[] | undefined;

/** What a test sends with a request. */
export interface TestRequestOptions {
  /**
   * Text and bytes are sent as they are, `URLSearchParams` as a form, anything else as JSON. A `content-type` among the
   * headers replaces the one that goes with it.
   */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Added to the query of the URL. */
  readonly query?: Readonly<Record<string, TestQueryValue>>;
  readonly cookies?: Readonly<Record<string, string>>;
}

/** The bytes of a body, and the content type that goes with them. */
export interface TestBody {
  readonly bytes: Buffer;
  readonly type: string;
}

/** The body as it is sent. */
export function readBody(body: unknown): TestBody | undefined {
  if (body === undefined) return undefined;
  if (ArrayBuffer.isView(body)) {
    return { bytes: Buffer.from(body.buffer, body.byteOffset, body.byteLength), type: 'application/octet-stream' };
  }
  if (typeof body === 'string') return { bytes: Buffer.from(body), type: 'text/plain; charset=utf-8' };
  if (body instanceof URLSearchParams) {
    return { bytes: Buffer.from(body.toString()), type: 'application/x-www-form-urlencoded' };
  }
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

/** All headers of a request: what the test gives wins. */
export function readHeaders(
  { headers = {}, cookies = {} }: TestRequestOptions,
  body: TestBody | undefined,
): Record<string, string | string[]> {
  const pairs = Object.entries(cookies).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const given = Object.entries(headers).map(([name, value]): [string, string | string[]] => [
    name.toLowerCase(),
    typeof value === 'string' ? value : [...value],
  ]);
  return {
    ...(body && { 'content-type': body.type, 'content-length': String(body.bytes.length) }),
    ...(pairs.length > 0 && { cookie: pairs.join('; ') }),
    ...Object.fromEntries(given),
  };
}
