import { Module } from 'quintet';
import { CurrentUserView } from './current-user.view';
import { SignInView } from './sign-in.view';

@Module({ routes: [SignInView, CurrentUserView] })
export class UsersModule {}
