import { Injectable, NotFoundError } from 'quintet';
import { EntityManager } from 'typeorm';
import type { CurrentUser } from '../auth/access';
import { toCaseKey } from '../users/case-key';
import { User } from '../users/user.entity';
import { Follow } from './follow.entity';
import type { ProfileDto } from './profile.dto';

/** Users as others see them, and who follows whom. */
@Injectable({ scope: 'request' })
export class Profiles {
  constructor(private readonly entities: EntityManager) {}

  async find(username: string, reader?: CurrentUser): Promise<ProfileDto> {
    const user = await this.#findUser(username);
    const following = reader !== undefined && (await this.entities.existsBy(Follow, toFollow(reader, user)));
    return { ...user, following };
  }

  async follow(username: string, follower: CurrentUser): Promise<ProfileDto> {
    const user = await this.#findUser(username);
    await this.entities
      .createQueryBuilder()
      .insert()
      .into(Follow)
      .values(toFollow(follower, user))
      .orIgnore()
      .execute();
    return { ...user, following: true };
  }

  async unfollow(username: string, follower: CurrentUser): Promise<ProfileDto> {
    const user = await this.#findUser(username);
    await this.entities.delete(Follow, toFollow(follower, user));
    return { ...user, following: false };
  }

  async #findUser(username: string): Promise<User> {
    const user = await this.entities.findOneBy(User, { usernameKey: toCaseKey(username) });
    if (!user) throw new NotFoundError(`There is no user ${username}.`);
    return user;
  }
}

function toFollow(follower: { readonly id: number }, followed: { readonly id: number }) {
  return { followerId: follower.id, followedId: followed.id };
}
