import { Injectable, UnauthorizedError } from 'quintet';
import { EntityManager } from 'typeorm';
import { Passwords } from '../auth/passwords';
import { toCaseKey } from './case-key';
import type { Credentials, NewUser, UserChanges } from './user.dto';
import { User } from './user.entity';

/** Who has registered. That names and addresses are taken once is up to the database. */
@Injectable({ scope: 'request' })
export class Users {
  constructor(
    private readonly entities: EntityManager,
    private readonly passwords: Passwords,
  ) {}

  async register({ username, email, password }: NewUser): Promise<User> {
    const user = this.entities.create(User, { bio: null, image: null });
    user.passwordHash = await this.passwords.hash(password);
    return this.entities.save(rename(user, { username, email }));
  }

  /**
   * The user who has this address and password.
   *
   * @throws {UnauthorizedError} without telling which of the two is wrong
   */
  async logIn({ email, password }: Credentials): Promise<User> {
    const user = await this.entities.findOneBy(User, { emailKey: toCaseKey(email) });
    const isRight = await this.passwords.verify(password, user?.passwordHash);
    if (user && isRight) return user;
    throw new UnauthorizedError('The e-mail address or the password is wrong.', { challenge: 'Token' });
  }

  /** Changes what is given. */
  async change(id: number, { username, email, password, bio, image }: UserChanges): Promise<User> {
    const user = await this.entities.findOneByOrFail(User, { id });
    if (password !== undefined) user.passwordHash = await this.passwords.hash(password);
    if (bio !== undefined) user.bio = bio;
    if (image !== undefined) user.image = image;
    return this.entities.save(rename(user, { username, email }));
  }
}

interface Names {
  readonly username?: string | undefined;
  readonly email?: string | undefined;
}

function rename(user: User, { username = user.username, email = user.email }: Names): User {
  return Object.assign(user, { username, usernameKey: toCaseKey(username), email, emailKey: toCaseKey(email) });
}
