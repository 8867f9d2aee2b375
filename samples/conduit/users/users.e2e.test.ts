import { randomUUID } from 'node:crypto';

import { Conduit } from '../testing/conduit';
import { databases } from '../testing/databases';

const jane = { username: 'Jane', email: 'Jane@example.com', password: 'correct horse' };

describe.each(databases)('users, on $name', (kind) => {
  let conduit: Conduit;

  beforeAll(async () => {
    conduit = await Conduit.start(kind, { hashesPasswords: true });
  });

  afterAll(() => conduit.stop());

  it('register, and see what they may see of themselves', async () => {
    const response = await register(jane);

    expect(response.status).toBe(201);
    expect(response.json()).toEqual({
      user: {
        email: 'Jane@example.com',
        token: expect.any(String) as string,
        username: 'Jane',
        bio: null,
        image: null,
      },
    });
  });

  it.each([
    ['username', { ...jane, username: 'jANE', email: 'other@example.com' }],
    ['email', { ...jane, username: 'other', email: 'jane@EXAMPLE.com' }],
  ])('cannot take a %s that is taken, in whatever case', async (field, user) => {
    const response = await register(user);

    expect(response.status).toBe(422);
    expect(response.json()).toEqual({ errors: { body: [`${field} has already been taken`] } });
  });

  it('are told all that is wrong at once', async () => {
    const response = await register({ username: ' ', email: 'jane', password: 'short' });

    expect(response.status).toBe(422);
    expect(response.json()).toEqual({
      errors: {
        body: [
          'username must have 1 to 60 characters, and no space at its ends',
          'email must be an email',
          'password must be longer than or equal to 8 characters',
        ],
      },
    });
  });

  it('log in with their address in any case, and their password', async () => {
    const response = await logIn('JANE@example.com', 'correct horse');

    expect(response.status).toBe(200);
    expect(response.json()).toMatchObject({ user: { username: 'Jane' } });
  });

  it.each([
    ['jane@example.com', 'wrong horse'],
    ['nobody@example.com', 'correct horse'],
  ])('cannot log in as %s with %s, and are not told why', async (email, password) => {
    const response = await logIn(email, password);

    expect(response.status).toBe(401);
    expect(response.headers['www-authenticate']).toBe('Token');
    expect(response.json()).toEqual({ errors: { body: ['The e-mail address or the password is wrong.'] } });
  });

  it('are known by their token', async () => {
    const john = await conduit.register('john');

    expect((await john.get('/api/user')).json()).toMatchObject({
      user: { username: 'john', email: 'john@example.com' },
    });
  });

  it.each([
    ['no token', undefined, 'A token is missing.'],
    ['another scheme', 'Bearer abc', 'The token is not valid.'],
    ['a bad token', 'Token abc.def.ghi', 'The token is not valid.'],
  ])('are not known by %s', async (_, authorization, message) => {
    const response = await conduit.client.get('/api/user', authorization ? { headers: { authorization } } : {});

    expect(response.status).toBe(401);
    expect(response.json()).toEqual({ errors: { body: [message] } });
  });

  it('change what they give, and nothing else', async () => {
    const kim = await conduit.register('kim');

    const changed = await kim.put('/api/user', { body: { user: { bio: 'Hi', image: 'https://example.com/kim.png' } } });
    const cleared = await kim.put('/api/user', { body: { user: { bio: null, email: 'kim@example.org', token: 'x' } } });

    expect(changed.json()).toMatchObject({
      user: { username: 'kim', bio: 'Hi', image: 'https://example.com/kim.png' },
    });
    expect(cleared.json()).toMatchObject({
      user: { username: 'kim', email: 'kim@example.org', bio: null, image: 'https://example.com/kim.png' },
    });
  });

  it('log in with a new password, and no longer with the old one', async () => {
    const lee = await conduit.register('lee');

    await lee.put('/api/user', { body: { user: { password: 'battery staple' } } });

    expect((await logIn('lee@example.com', 'battery staple')).status).toBe(200);
    expect((await logIn('lee@example.com', 'correct horse')).status).toBe(401);
  });

  it.each([
    [{ username: 'Jane' }, ['username has already been taken']],
    [
      { username: null },
      ['username must not be null', 'username must have 1 to 60 characters, and no space at its ends'],
    ],
    [{}, ['user must have at least one field to change']],
  ])('cannot change %j', async (user, messages) => {
    const max = await conduit.register('max' + randomUUID());

    const response = await max.put('/api/user', { body: { user } });

    expect(response.status).toBe(422);
    expect(response.json()).toEqual({ errors: { body: messages } });
  });

  it('register once, also when they are in a hurry', async () => {
    const ann = { username: 'ann', email: 'ann@example.com', password: 'correct horse' };

    const statuses = await Promise.all(Array.from({ length: 5 }, async () => (await register(ann)).status));

    expect(statuses.sort()).toEqual([201, 422, 422, 422, 422]);
  });

  function register(user: object) {
    return conduit.client.post('/api/users', { body: { user } });
  }

  function logIn(email: string, password: string) {
    return conduit.client.post('/api/users/login', { body: { user: { email, password } } });
  }
});
