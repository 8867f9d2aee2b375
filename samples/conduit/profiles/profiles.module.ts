import { Module } from 'quintet';
import { FollowView, ProfileView } from './profile.views';

@Module({ routes: [ProfileView, FollowView] })
export class ProfilesModule {}
