import type { Answer } from './answer';
import type { Payload } from './payload';
import { HttpResponse, type HttpResponseOptions } from './response';

/**
 * A JSON answer (RFC 8259), whatever the body is: text becomes a JSON string, `null` the JSON value null.
 *
 * A body that JSON cannot say, such as `undefined`, is an error when it is sent.
 */
export class JsonResponse<T = unknown> extends HttpResponse<T> {
  // Nothing but a type: other responses would be alike to the compiler.
  declare protected readonly isJson: true;

  // eslint-disable-next-line @typescript-eslint/no-useless-constructor -- it says the type of the body
  constructor(body: T, options?: HttpResponseOptions) {
    super(body, options);
  }

  /** The content type where the headers have none. @internal */
  override get contentType(): string {
    return 'application/json; charset=utf-8';
  }

  /** What is written. @internal */
  override toPayload(): Payload {
    return this.toJsonText();
  }

  /** Lets only the fields of a DTO leave: also text and bytes are JSON here. @internal */
  override shapeWith(answer: Answer): void {
    this.setAnswer(answer);
  }
}
