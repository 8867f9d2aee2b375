import type { Server } from 'node:http';

import { openConnection } from './connection';
import type { Contract } from './contract';
import type { CookieJar } from './cookie-jar';
import type { Recording, Recordings } from './recordings';
import { readRedirect, type RedirectedRequest, RedirectLoop } from './redirects';
import { sendRequest } from './send-request';
import {
  encodeCookies,
  readBody,
  readBodyHeaders,
  readCookieHeader,
  readHeaders,
  type TestHeaders,
  type TestRequestOptions,
} from './test-request';
import { RecordedResponse, type TestResponse, type WireResponse } from './test-response';

/** What a client does with the answers. */
export interface TestAnswerOptions {
  /** Whether an error that nobody handled is thrown in the test, as it is; it is, unless told. Else it is the 500. */
  readonly throwErrors?: boolean;
  /** Whether redirects within the application are followed; they are not, unless told. */
  readonly follow?: boolean;
  /**
   * Whether an answer fails the test that the document of the application does not have: another status, another field, a
   * value of another type. It needs the package `ajv`. Not, unless told.
   */
  readonly contract?: boolean;
}

/** What a client sends with every request, and does with every answer. */
export interface TestClientDefaults extends TestAnswerOptions {
  readonly headers?: TestHeaders;
}

/** What a test sends with one request, and does with the answer. */
export interface TestCallOptions extends TestRequestOptions, TestAnswerOptions {}

/** What a client asks. */
export interface TestServer {
  readonly server: Server;
  readonly recordings: Recordings;
  /** What answers are checked against where that is wanted. */
  readonly readContract: () => Contract;
}

/** One request of a test, with the redirects that are followed. */
export class TestCall<V extends object> {
  constructor(
    private readonly target: TestServer,
    private readonly cookies: CookieJar,
    private readonly defaults: TestClientDefaults,
    private readonly options: TestCallOptions,
  ) {}

  async send(first: RedirectedRequest): Promise<TestResponse<V>> {
    const { follow, throwErrors = true, contract = false } = { ...this.defaults, ...this.options };
    const redirects: string[] = [];
    const loop = new RedirectLoop();

    let request = first;
    for (;;) {
      const { headers, body } = await this.#write(request);
      loop.assertNew(request, String(headers['cookie']));
      const { host = 'localhost' } = headers;

      const connection = await openConnection(this.target.server);
      const recording = this.target.recordings.begin(connection.accepted);
      const answered = sendRequest(connection, { ...request, headers, body });
      const response = await settle(answered, recording, throwErrors);
      // A 500 is no part of any description.
      if (contract && !recording.failure) {
        this.target.readContract().assertDescribed({ ...request, match: recording.match, response });
      }
      this.cookies.receive(response.headers['set-cookie'] ?? [], readCookieTarget(request, headers));

      const next = follow ? readRedirect(response, request, String(host)) : undefined;
      if (!next) return new RecordedResponse(response, recording, this.target.recordings.singletons, redirects);
      redirects.push(next.url);
      request = next;
    }
  }

  async #write(request: RedirectedRequest) {
    const { headers: own = {}, body: value, cookies: given } = this.options;
    const body = request.hasBody ? await readBody(value) : undefined;
    const fixed = readHeaders(this.defaults.headers ?? {}, own);
    if (!request.hasBody) delete fixed['content-type'];
    const kept = this.cookies.send(readCookieTarget(request, fixed));
    const headers = readHeaders(readBodyHeaders(body), readCookieHeader([...kept, ...encodeCookies(given)]), fixed);
    return { headers, body: body?.bytes };
  }
}

async function settle(answered: Promise<WireResponse>, recording: Recording, throwErrors: boolean) {
  const fail = (): void => {
    if (throwErrors && recording.failure) throw recording.failure.error;
  };
  // What broke an answer off tells more than that it was broken off.
  const response = await answered.catch((error: unknown) => {
    fail();
    throw error;
  });
  fail();
  return response;
}

function readCookieTarget({ url }: RedirectedRequest, headers: TestHeaders) {
  const host = String(headers['host'] ?? 'localhost');
  const isLocal = /^(localhost|[^:]+\.localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(host);
  return {
    path: new URL(url, 'http://localhost').pathname,
    isTrusted: isLocal || headers['x-forwarded-proto'] === 'https',
  };
}
