import type { HttpError } from './http-error';
import { ProblemResponse, toProblem } from './problem-details';
import type { HttpRequest } from './request';
import type { HttpResponse } from './response';

/**
 * Makes the response of every error, 404 and 405 included: problem details (RFC 9457) with the error's headers.
 *
 * Another shape is another class in its place.
 *
 * @example
 * ```ts
 * class PlainErrors extends ErrorResponses {
 *   override toResponse(error: HttpError) {
 *     return new JsonResponse({ message: error.message }, { status: error.status, headers: error.headers });
 *   }
 * }
 *
 * @Module({ providers: [provide(ErrorResponses, { useClass: PlainErrors })] })
 * ```
 */
export class ErrorResponses {
  /** The response of an error. Anything that was thrown and is no `HttpError` arrives as a 500 with it as `cause`. */
  toResponse(error: HttpError, request: HttpRequest): HttpResponse {
    return new ProblemResponse(toProblem(error, request), { status: error.status, headers: error.headers });
  }
}
