import { type IncomingHttpHeaders, request as sendRequest, type Server } from 'node:http';

import type { HttpMethod } from '../metadata/http-method';
import { createSocketPair } from './memory-socket';
import { readBody, readHeaders, readTarget, type TestRequestOptions } from './test-request';

/** What a request was answered with. */
export interface TestResponse {
  readonly status: number;
  /** By name in lower case, as Node has them: `set-cookie` is a list. */
  readonly headers: IncomingHttpHeaders;
  /** The body, read as UTF-8. */
  readonly text: string;
  /** The body, parsed. The type is taken on trust. */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- shorter than a cast in every test
  json<T = unknown>(): T;
}

/** Sends one request. */
export type SendTestRequest = (url: string, options?: TestRequestOptions) => Promise<TestResponse>;

/** Sends requests to a kernel: HTTP, over a connection in memory in place of a port. */
export interface TestClient {
  readonly get: SendTestRequest;
  readonly post: SendTestRequest;
  readonly put: SendTestRequest;
  readonly patch: SendTestRequest;
  readonly delete: SendTestRequest;
  readonly head: SendTestRequest;
  readonly options: SendTestRequest;
}

/** A client of a server that need not listen. */
export function createTestClient(server: Server): TestClient {
  const send =
    (method: HttpMethod): SendTestRequest =>
    (url, options = {}) =>
      exchange(server, method, url, options);

  return {
    get: send('GET'),
    post: send('POST'),
    put: send('PUT'),
    patch: send('PATCH'),
    delete: send('DELETE'),
    head: send('HEAD'),
    options: send('OPTIONS'),
  };
}

function exchange(server: Server, method: HttpMethod, url: string, options: TestRequestOptions): Promise<TestResponse> {
  const body = readBody(options.body);
  const path = readTarget(url, options.query);
  const headers = readHeaders(options, body);
  const [client, accepted] = createSocketPair();

  return new Promise((resolve, reject) => {
    const request = sendRequest({ method, path, headers, createConnection: () => client });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        client.destroy();
        resolve(toResponse(response.statusCode ?? 0, response.headers, Buffer.concat(chunks)));
      });
    });
    server.emit('connection', accepted);
    request.end(body?.bytes);
  });
}

function toResponse(status: number, headers: IncomingHttpHeaders, body: Buffer): TestResponse {
  const text = body.toString('utf8');
  return { status, headers, text, json: () => JSON.parse(text) as never };
}
