import { Body, Post, Raises, Returns, Route, UnauthorizedError, UseMiddleware } from 'quintet';
import { Access } from '../auth/access';
import { SignInLimitMiddleware } from '../auth/sign-in-limit.middleware';
import { Tokens } from '../auth/tokens';
import { ReadOnly } from '../database/transaction.middleware';
import { LoginBody, RegistrationBody, UserAnswer } from './user.dto';
import { Users } from './users.service';

/** How visitors become users. */
@Route('/users')
@Access('public')
@UseMiddleware(SignInLimitMiddleware)
export class SignInView {
  constructor(
    private readonly users: Users,
    private readonly tokens: Tokens,
  ) {}

  @Post({ status: 201 })
  @Returns(UserAnswer)
  async register(@Body() body: RegistrationBody) {
    const user = await this.users.register(body.user);
    return { user: { ...user, token: this.tokens.sign(user.id) } };
  }

  @Post('/login')
  @ReadOnly()
  @Raises(UnauthorizedError)
  @Returns(UserAnswer)
  async logIn(@Body() body: LoginBody) {
    const user = await this.users.logIn(body.user);
    return { user: { ...user, token: this.tokens.sign(user.id) } };
  }
}
