import { toDebugResponse } from '../../src/http/debug-response';
import { HttpError } from '../../src/http/http-error';
import { InternalServerError } from '../../src/http/http-errors';
import { fakeRequest } from './fake-request';

describe('the response of an unexpected error while debugging', () => {
  it('is the problem with the error, its stack and its causes', async () => {
    const cause = new TypeError('No database.', { cause: 'the cable' });
    const problem = await readProblem(new InternalServerError(undefined, { cause: new Error('No notes.', { cause }) }));

    expect(problem).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      requestId: 'req-1',
      error: 'Error: No notes.',
      stack: expect.arrayContaining([expect.stringMatching(/^at .*debug-response\.test\.ts/)]) as unknown,
      causes: [
        { error: 'TypeError: No database.', stack: expect.arrayContaining([expect.stringMatching(/^at /)]) as unknown },
        { error: "'the cable'", stack: [] },
      ],
    });
  });

  it.each([
    [undefined, 'undefined'],
    [{ a: 1 }, '{ a: 1 }'],
  ])('shows %p, which is no error, as it would be printed', async (cause, shown) => {
    expect(await readProblem(new InternalServerError(undefined, { cause }))).toMatchObject({ error: shown, stack: [] });
  });

  it('shows the error itself where it stands for no other', async () => {
    expect(await readProblem(new HttpError(503, 'Not now.'))).toMatchObject({
      detail: 'Not now.',
      error: 'HttpError: Not now.',
    });
  });

  it('ends where causes go in a circle', async () => {
    const first = new Error('first');
    first.cause = new Error('second', { cause: first });
    const problem = await readProblem(new InternalServerError(undefined, { cause: first }));

    expect(problem['causes']).toHaveLength(1);
  });

  it('has the status, type and headers of the problem', () => {
    const error = new HttpError(503, 'Not now.', { headers: { 'retry-after': 5 } });
    const response = toDebugResponse(error, fakeRequest());

    expect(response).toMatchObject({ status: 503, contentType: 'application/problem+json; charset=utf-8' });
    expect(response).toHaveProperty('headers');
    expect((response as Awaited<typeof response>).headers.get('retry-after')).toBe('5');
  });

  it('is the problem for a browser too where the error page cannot be made, as in Jest', async () => {
    const request = fakeRequest({ accept: 'text/html' });
    const response = await toDebugResponse(
      new InternalServerError(undefined, { cause: new Error('No notes.') }),
      request,
    );

    expect(response.contentType).toBe('application/problem+json; charset=utf-8');
    expect(response.body).toMatchObject({ status: 500, error: 'Error: No notes.' });
  });
});

async function readProblem(error: HttpError): Promise<Record<string, unknown>> {
  const request = fakeRequest();
  const response = await toDebugResponse(error, request);
  return JSON.parse((await response.toPayload(request)) as string) as Record<string, unknown>;
}
