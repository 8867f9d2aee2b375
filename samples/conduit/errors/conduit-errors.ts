import { ErrorResponses, type HttpError, JsonResponse, ValidationError } from 'quintet';

/** Answers every error as Conduit's clients expect it: `{ "errors": { "body": ["…"] } }`. */
export class ConduitErrors extends ErrorResponses {
  override toResponse(error: HttpError) {
    const { status, headers } = error;
    return new JsonResponse({ errors: { body: readMessages(error) } }, { status, headers });
  }
}

function readMessages(error: HttpError): readonly string[] {
  if (error instanceof ValidationError) return error.errors.map(({ message }) => message);
  return [error.detail ?? error.title];
}
