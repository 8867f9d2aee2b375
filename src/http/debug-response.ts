import { describeErrors } from './describe-error';
import { renderErrorPage } from './error-page';
import type { HttpError } from './http-error';
import { prefersHtml } from './prefers-html';
import { ProblemResponse, toProblem } from './problem-details';
import type { HttpRequest } from './request';
import { HttpResponse } from './response';

/**
 * The response of an unexpected error while debugging: a page for a browser, and for any other client the problem with
 * the error, its stack and its causes. It tells everything, so it must never be used in production.
 */
export function toDebugResponse(error: HttpError, request: HttpRequest): HttpResponse | Promise<HttpResponse> {
  return prefersHtml(request.headers.accept) ? toPage(error, request) : toDebugProblem(error, request);
}

async function toPage(error: HttpError, request: HttpRequest): Promise<HttpResponse> {
  const page = await renderErrorPage(readUnexpected(error), request);
  if (page === undefined) return toDebugProblem(error, request);

  const response = new HttpResponse(page, { status: error.status, headers: error.headers });
  response.headers.set('content-type', 'text/html; charset=utf-8');
  return response;
}

function toDebugProblem(error: HttpError, request: HttpRequest): HttpResponse {
  const [unexpected, ...causes] = describeErrors(readUnexpected(error));
  const problem = { ...toProblem(error, request), ...unexpected, ...(causes.length > 0 && { causes }) };
  return new ProblemResponse(problem, { status: error.status, headers: error.headers });
}

// A 500 that stands for another error has that one as its cause, also where that one is `undefined` or `null`.
function readUnexpected(error: HttpError): unknown {
  return 'cause' in error ? error.cause : error;
}
