import { Delete, Get, Inject, NotFoundError, Param, Post, Raises, Returns, Route } from 'quintet';
import { Access, type CurrentUser, USER } from '../auth/access';
import { ProfileAnswer } from './profile.dto';
import { Profiles } from './profiles.service';

@Route('/profiles/:username', { name: 'profile' })
@Access('optional')
@Raises(NotFoundError)
export class ProfileView {
  constructor(
    private readonly profiles: Profiles,
    @Inject(USER, { optional: true }) private readonly user?: CurrentUser,
  ) {}

  @Get()
  @Returns(ProfileAnswer)
  async show(@Param('username') username: string) {
    return { profile: await this.profiles.find(username, this.user) };
  }
}

@Route('/profiles/:username/follow')
@Raises(NotFoundError)
export class FollowView {
  constructor(
    private readonly profiles: Profiles,
    @Inject(USER) private readonly user: CurrentUser,
  ) {}

  @Post()
  @Returns(ProfileAnswer)
  async follow(@Param('username') username: string) {
    return { profile: await this.profiles.follow(username, this.user) };
  }

  @Delete()
  @Returns(ProfileAnswer)
  async unfollow(@Param('username') username: string) {
    return { profile: await this.profiles.unfollow(username, this.user) };
  }
}
