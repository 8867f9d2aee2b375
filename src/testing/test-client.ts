import type { HttpMethod } from '../metadata/http-method';
import { CookieJar } from './cookie-jar';
import { TestCall, type TestCallOptions, type TestClientDefaults, type TestServer } from './test-call';
import { readHeaders, readTarget, type TestHeaders } from './test-request';
import type { TestResponse } from './test-response';

/** Sends one request. */
export type SendTestRequest<V extends object = object> = (
  url: string,
  options?: TestCallOptions,
) => Promise<TestResponse<V>>;

/** Sends requests to a kernel: HTTP, over a connection in memory in place of a port. */
export interface TestClient<V extends object = object> {
  readonly get: SendTestRequest<V>;
  readonly post: SendTestRequest<V>;
  readonly put: SendTestRequest<V>;
  readonly patch: SendTestRequest<V>;
  readonly delete: SendTestRequest<V>;
  readonly head: SendTestRequest<V>;
  readonly options: SendTestRequest<V>;
  /** The cookies that it was sent, and sends back. */
  readonly cookies: CookieJar;
  /** A client that sends these headers, too, and shares the cookies. */
  withHeaders(headers: TestHeaders): TestClient<V>;
  /** A client with other defaults, that shares the cookies. */
  withDefaults(defaults: TestClientDefaults): TestClient<V>;
}

/** A client of a server that need not listen. */
export function createTestClient<V extends object>(
  target: TestServer,
  defaults: TestClientDefaults = {},
  cookies = new CookieJar(),
): TestClient<V> {
  const send =
    (method: HttpMethod): SendTestRequest<V> =>
    (url, options = {}) =>
      new TestCall<V>(target, cookies, defaults, options).send({
        method,
        url: readTarget(url, options.query),
        hasBody: options.body !== undefined,
      });
  const derive = (added: TestClientDefaults): TestClient<V> =>
    createTestClient(
      target,
      { ...defaults, ...added, headers: readHeaders(defaults.headers ?? {}, added.headers ?? {}) },
      cookies,
    );

  return {
    get: send('GET'),
    post: send('POST'),
    put: send('PUT'),
    patch: send('PATCH'),
    delete: send('DELETE'),
    head: send('HEAD'),
    options: send('OPTIONS'),
    cookies,
    withHeaders: (headers) => derive({ headers }),
    withDefaults: derive,
  };
}
