import type { Payload } from './payload';
import { HttpResponse, type HttpResponseOptions } from './response';
import { toJson } from './to-json';

/**
 * A JSON answer (RFC 8259), whatever the body is: text becomes a JSON string, `null` the JSON value null.
 *
 * A body that JSON cannot say, such as `undefined`, is an error when it is sent.
 */
export class JsonResponse<T = unknown> extends HttpResponse {
  // eslint-disable-next-line @typescript-eslint/no-useless-constructor -- it says the type of the body
  constructor(body: T, options?: HttpResponseOptions) {
    super(body, options);
  }

  override get body(): T {
    return super.body as T;
  }

  override set body(body: T) {
    super.body = body;
  }

  /** The content type where the headers have none. @internal */
  override get contentType(): string {
    return 'application/json; charset=utf-8';
  }

  /** What is written. @internal */
  override toPayload(): Payload {
    return toJson(this.body);
  }
}
