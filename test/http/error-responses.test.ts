import { ErrorResponses } from '../../src/http/error-responses';
import { HttpError } from '../../src/http/http-error';
import { MethodNotAllowedError, NotFoundError } from '../../src/http/http-errors';
import { fakeRequest } from './fake-request';

const request = fakeRequest();

describe('the response of an error', () => {
  it('is problem details with the id of the request', async () => {
    const response = new ErrorResponses().toResponse(new NotFoundError('There is no note 7.'), request);

    expect(response.status).toBe(404);
    expect(response.contentType).toBe('application/problem+json; charset=utf-8');
    expect(await response.toPayload(request)).toBe(
      '{"type":"about:blank","title":"Not Found","status":404,"detail":"There is no note 7.","requestId":"req-1"}',
    );
  });

  it('has no detail where the error has none, and no headers', async () => {
    const response = new ErrorResponses().toResponse(new NotFoundError(), request);

    expect(await response.toPayload(request)).toBe(
      '{"type":"about:blank","title":"Not Found","status":404,"requestId":"req-1"}',
    );
    expect(response.existingHeaders).toBeUndefined();
  });

  it('has the headers of the error', () => {
    const response = new ErrorResponses().toResponse(new MethodNotAllowedError(['GET']), request);

    expect(response.headers.get('allow')).toBe('GET');
  });

  it('has the extensions of the error, which cannot replace what is standard', async () => {
    const error = new HttpError(402, undefined, {
      type: 'https://example.com/trial',
      title: 'Trial over',
      extensions: { plan: 'trial', type: 'x', title: 'x', status: 200, detail: 'x', requestId: 'x' },
    });
    const response = new ErrorResponses().toResponse(error, request);

    expect(await response.toPayload(request)).toBe(
      '{"type":"https://example.com/trial","title":"Trial over","status":402,"requestId":"req-1","plan":"trial"}',
    );
  });
});
