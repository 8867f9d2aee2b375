import type { HttpRequest } from '../../src/http/request';

/** As much of a request as responses read. */
export function fakeRequest(headers: Record<string, string> = {}, method = 'GET'): HttpRequest {
  return { id: 'req-1', method, url: '/notes', headers, raw: { method, headers } } as unknown as HttpRequest;
}
