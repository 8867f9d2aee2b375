import type { HttpError } from './http-error';
import { JsonResponse } from './json-response';
import type { HttpRequest } from './request';

/** The body of an error answer (RFC 9457). */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string | undefined;
  /** The id under which the request's log records are found. */
  readonly requestId: string;
  readonly [extension: string]: unknown;
}

/** What the client is told of an error. The error's extensions cannot replace the standard members. */
export function toProblem(error: HttpError, request: HttpRequest): ProblemDetails {
  const standard = {
    type: error.type,
    title: error.title,
    status: error.status,
    detail: error.detail,
    requestId: request.id,
  };
  if (Object.keys(error.extensions).length === 0) return standard;
  // First for their place, then again for their values.
  return { ...standard, ...error.extensions, ...standard };
}

/** A JSON answer of the type `application/problem+json` (RFC 9457, section 3). */
export class ProblemResponse extends JsonResponse<ProblemDetails> {
  /** The content type where the headers have none. @internal */
  override get contentType(): string {
    return 'application/problem+json; charset=utf-8';
  }
}
