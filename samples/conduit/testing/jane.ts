import type { User } from '../users/user.entity';

/** A user for the tests of views. */
export const jane: User = {
  id: 1,
  username: 'jane',
  usernameKey: 'jane',
  email: 'jane@example.com',
  emailKey: 'jane@example.com',
  passwordHash: 'secret',
  bio: null,
  image: null,
  createdAt: new Date('2026-01-02T03:04:05.678Z'),
};

/** The same user as others see them. */
export const janesProfile = { username: 'jane', bio: null, image: null, following: false };
