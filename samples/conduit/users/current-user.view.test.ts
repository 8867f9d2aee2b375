import { fake, testView } from 'quintet/testing';
import { provide } from 'quintet';
import { USER } from '../auth/access';
import { Tokens } from '../auth/tokens';
import { jane } from '../testing/jane';
import { CurrentUserView } from './current-user.view';
import { Users } from './users.service';

const parts = [provide(USER, { useValue: jane }), fake(Tokens, { sign: () => 'token' })];

describe('the view of the current user', () => {
  it('shows them what they may see of themselves', async () => {
    const view = await testView(CurrentUserView, { with: [...parts, fake(Users)] });

    const response = await view.get('/user');

    expect(response.json()).toEqual({
      user: { email: 'jane@example.com', token: 'token', username: 'jane', bio: null, image: null },
    });
  });

  it('changes what it knows, and passes over the rest', async () => {
    const change = jest.fn(() => Promise.resolve({ ...jane, bio: 'Hi' }));
    const view = await testView(CurrentUserView, { with: [...parts, fake(Users, { change })] });

    const response = await view.put('/user', { body: { user: { bio: 'Hi', token: 'token', id: 2 } } });

    expect(response.json()).toMatchObject({ user: { bio: 'Hi' } });
    expect(change).toHaveBeenCalledWith(1, { bio: 'Hi' });
  });

  it('refuses to change nothing', async () => {
    const view = await testView(CurrentUserView, { with: [...parts, fake(Users)] });

    const response = await view.put('/user', { body: { user: { token: 'token' } } });

    expect(response.status).toBe(422);
    expect(response.json()).toMatchObject({ errors: [{ message: 'user must have at least one field to change' }] });
  });
});
