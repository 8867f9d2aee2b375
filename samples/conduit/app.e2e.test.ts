import type { TestResponse } from 'quintet/testing';
import { Conduit } from './testing/conduit';
import { databases } from './testing/databases';

describe.each(databases)('Conduit, on $name', (kind) => {
  let conduit: Conduit;

  beforeAll(async () => {
    conduit = await Conduit.start(kind, { env: { SIGN_IN_LIMIT: '3', CORS_ORIGINS: 'https://conduit.example' } });
  });

  afterAll(() => conduit.stop());

  it('answers 404 in its own shape', async () => {
    const response = await conduit.client.get('/api/nothing');

    expect(response.status).toBe(404);
    expect(response.json()).toEqual({ errors: { body: ['Not Found'] } });
  });

  it('answers 405 in its own shape, also where a token is needed', async () => {
    const response = await conduit.client.patch('/api/user');

    expect(response.status).toBe(405);
    expect(response.headers.allow).toBe('GET, PUT, HEAD, OPTIONS');
    expect(response.json()).toEqual({ errors: { body: ['Method Not Allowed'] } });
  });

  it('answers what is no JSON in its own shape', async () => {
    const headers = { 'content-type': 'application/json' };

    const response = await conduit.client.post('/api/users/login', { body: '{', headers });

    expect(response.status).toBe(400);
    expect(response.json()).toEqual({ errors: { body: [expect.stringContaining('JSON')] } });
  });

  it('sends the headers that keep browsers safe', async () => {
    const { headers } = await conduit.client.get('/api/tags');

    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' });
  });

  it('lets the pages of other origins in that it knows', async () => {
    const ask = (origin: string) =>
      conduit.client.options('/api/user', { headers: { origin, 'access-control-request-method': 'PUT' } });

    const known = await ask('https://conduit.example');
    const unknown = await ask('https://elsewhere.example');

    expect(known.headers['access-control-allow-origin']).toBe('https://conduit.example');
    expect(known.headers['access-control-allow-methods']).toContain('PUT');
    expect(unknown.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('slows down those who try passwords', async () => {
    const logIn = () =>
      conduit.client.post('/api/users/login', { body: { user: { email: 'a@example.com', password: 'guess' } } });

    const answers = [await logIn(), await logIn(), await logIn(), await logIn(), await logIn()];
    const statuses = answers.map(({ status }) => status);
    const refused = answers[4] as TestResponse;

    expect(statuses[0]).toBe(401);
    expect(statuses.slice(3)).toEqual([429, 429]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.json()).toEqual({ errors: { body: ['Too many attempts. Try again later.'] } });
  });
});
