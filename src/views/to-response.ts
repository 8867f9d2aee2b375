import type { Answer } from '../http/answer';
import { describeValue } from '../http/describe-value';
import type { HeaderValue } from '../http/headers';
import { JsonResponse } from '../http/json-response';
import { isStream } from '../http/payload';
import { HttpResponse } from '../http/response';
import { createWrongAnswer } from '../http/view-errors';

/** Makes the response of what a view method returned. */
export type ToResponse = (returned: unknown) => HttpResponse;

/** What is known at boot of the answers of one view method. */
export interface AnswerDefinition {
  /** Names the method: `NoteView.show`. */
  readonly place: string;
  /** Of a value, and of a response that was told no status. */
  readonly status: number;
  /** What leaves of a body whose status is 2xx; all of it unless told. */
  readonly answer: Answer | undefined;
  /** Headers of every response that the method returns, where that has none of the name. */
  readonly headers: readonly (readonly [name: string, value: HeaderValue])[];
}

/** Decides at boot how the answers of one view method are sent. */
export function compileToResponse({ place, status, answer, headers }: AnswerDefinition): ToResponse {
  const toResponse = compileToPlainResponse(place, status);
  if (!answer && headers.length === 0) return toResponse;

  return (returned) => {
    const response = toResponse(returned);
    if (answer && response.status < 300) response.shapeWith(answer);
    if (headers.length > 0) addHeaders(response, headers);
    return response;
  };
}

// A name may be there several times: its values add up.
function addHeaders(response: HttpResponse, headers: AnswerDefinition['headers']): void {
  const missing = headers.filter(([name]) => !response.headers.has(name));
  for (const [name, value] of missing) response.headers.append(name, value);
}

function compileToPlainResponse(place: string, status: number): ToResponse {
  const hasNoBody = status === 204 || status === 205 || status === 304;
  const options = status === 200 ? undefined : { status };

  return (returned) => {
    if (returned instanceof HttpResponse) {
      // What has a body keeps a status that may have one.
      if (options && !(hasNoBody && returned.rawBody !== undefined)) returned.setDefaultStatus(status);
      return returned;
    }
    if (hasNoBody) {
      if (returned === undefined) return new HttpResponse(undefined, options);
      throw createWrongAnswer(
        `${place} must return nothing, since its status is ${status}, but returned ${describeValue(returned)}.`,
      );
    }
    if (typeof returned === 'object' && returned !== null && isSentAsItIs(returned)) {
      refuseObjects(place, returned);
      return new HttpResponse(returned, options);
    }
    return toTextOrJson(place, returned, options);
  };
}

type ResponseOptions = { readonly status: number } | undefined;

function toTextOrJson(place: string, returned: unknown, options: ResponseOptions): HttpResponse {
  if (typeof returned === 'string') return new HttpResponse(returned, options);
  if (returned === undefined) {
    throw createWrongAnswer(`${place} returned nothing. Return a value, or give its method { status: 204 }.`);
  }
  if (typeof returned === 'function' || typeof returned === 'symbol') {
    throw createWrongAnswer(`${place} must return a value that can be sent, but returned ${describeValue(returned)}.`);
  }
  if (typeof returned === 'object' && returned !== null && Symbol.asyncIterator in returned) {
    throw createWrongAnswer(
      `${place} returned an async iterable. Return new EventStreamResponse(…) or new StreamResponse(…) of it.`,
    );
  }
  return new JsonResponse(returned, options);
}

function isSentAsItIs(returned: object): boolean {
  return ArrayBuffer.isView(returned) || isStream(returned);
}

function refuseObjects(place: string, returned: object): void {
  if ((returned as { readonly readableObjectMode?: unknown }).readableObjectMode !== true) return;
  throw createWrongAnswer(`${place} returned a stream of objects. Return a stream of bytes, or of text.`);
}
