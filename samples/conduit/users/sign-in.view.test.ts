import { fake, testView } from 'quintet/testing';
import { SignInLimitMiddleware } from '../auth/sign-in-limit.middleware';
import { Tokens } from '../auth/tokens';
import { jane } from '../testing/jane';
import { SignInView } from './sign-in.view';
import { Users } from './users.service';

const tokens = fake(Tokens, { sign: (id) => `token of ${String(id)}` });
const noLimit = fake(SignInLimitMiddleware, { processRequest: () => Promise.resolve() });
const credentials = { email: 'jane@example.com', password: 'correct horse' };

describe('the view of those who sign in', () => {
  it('answers a registration with the user and a token', async () => {
    const register = jest.fn(() => Promise.resolve(jane));
    const view = await testView(SignInView, { with: [fake(Users, { register }), tokens, noLimit] });

    const response = await view.post('/users', { body: { user: { username: 'jane', ...credentials } } });

    expect(response.status).toBe(201);
    expect(response.json()).toEqual({
      user: { email: 'jane@example.com', token: 'token of 1', username: 'jane', bio: null, image: null },
    });
    expect(register).toHaveBeenCalledWith({ username: 'jane', ...credentials });
  });

  it('registers nobody whose body breaks a rule', async () => {
    const view = await testView(SignInView, { with: [fake(Users), tokens, noLimit] });

    const response = await view.post('/users', { body: { user: { ...credentials, username: 'jane', admin: true } } });

    expect(response.status).toBe(422);
    expect(response.json()).toMatchObject({ errors: [{ in: 'body', pointer: '/user/admin' }] });
  });

  it('answers a log-in with the user and a token', async () => {
    const logIn = jest.fn(() => Promise.resolve(jane));
    const view = await testView(SignInView, { with: [fake(Users, { logIn }), tokens, noLimit] });

    const response = await view.post('/users/login', { body: { user: credentials } });

    expect(response.status).toBe(200);
    expect(response.json()).toMatchObject({ user: { token: 'token of 1' } });
    expect(logIn).toHaveBeenCalledWith(credentials);
  });
});
