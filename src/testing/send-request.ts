import { request as openRequest } from 'node:http';

import type { HttpMethod } from '../metadata/http-method';
import type { Connection } from './connection';
import type { WireResponse } from './test-response';

interface WireRequest {
  readonly method: HttpMethod;
  readonly url: string;
  readonly headers: Record<string, string | string[]>;
  readonly body: Buffer | undefined;
}

/** Sends one request over a connection, which ends with the answer. */
export function sendRequest(
  connection: Connection,
  { method, url, headers, body }: WireRequest,
): Promise<WireResponse> {
  const { client } = connection;
  return new Promise((resolve, reject) => {
    const request = openRequest({ method, path: url, headers, createConnection: () => client });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        client.destroy();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) });
      });
    });
    connection.begin();
    request.end(body);
  });
}
