import { NotFoundError, provide } from 'quintet';
import { fake, testView } from 'quintet/testing';
import { USER } from '../auth/access';
import { jane, janesProfile } from '../testing/jane';
import { FollowView, ProfileView } from './profile.views';
import { Profiles } from './profiles.service';

const asJane = provide(USER, { useValue: jane });

describe('the view of a profile', () => {
  it('shows what others may see of a user', async () => {
    const find = jest.fn(() => Promise.resolve({ ...jane, following: false }));
    const view = await testView(ProfileView, { with: [fake(Profiles, { find }), asJane] });

    const response = await view.get('/profiles/jane');

    expect(response.json()).toEqual({ profile: janesProfile });
    expect(find).toHaveBeenCalledWith('jane', jane);
  });

  it('answers 404 where there is no such user', async () => {
    const find = () => Promise.reject(new NotFoundError('There is no user nobody.'));
    const view = await testView(ProfileView, { with: [fake(Profiles, { find }), asJane] });

    expect((await view.get('/profiles/nobody')).status).toBe(404);
  });
});

describe('the view that follows', () => {
  it.each(['follow', 'unfollow'] as const)('answers %s with the profile', async (action) => {
    const follow = jest.fn(() => Promise.resolve({ ...jane, following: true }));
    const unfollow = jest.fn(() => Promise.resolve({ ...jane, following: false }));
    const view = await testView(FollowView, { with: [fake(Profiles, { follow, unfollow }), asJane] });

    const response = await view[action === 'follow' ? 'post' : 'delete']('/profiles/jane/follow');

    expect(response.json()).toEqual({ profile: { ...janesProfile, following: action === 'follow' } });
    expect(action === 'follow' ? follow : unfollow).toHaveBeenCalledWith('jane', jane);
  });
});
