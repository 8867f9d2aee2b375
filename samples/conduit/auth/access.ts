import { createMetadata, token } from 'quintet';

/** Who asks. */
export interface CurrentUser {
  readonly id: number;
  readonly username: string;
  readonly email: string;
  readonly bio: string | null;
  readonly image: string | null;
}

/** The user whose token came with the request. */
export const USER = token<CurrentUser>('User');

/**
 * Opens a view or a method, which is closed to those without a token otherwise. `public` does not look at tokens;
 * `optional` takes a request without one as a visitor's.
 */
export const Access = createMetadata<'public' | 'optional'>('access');
