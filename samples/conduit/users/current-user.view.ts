import { Body, Get, Inject, Put, Returns, Route, ValidationError } from 'quintet';
import { type CurrentUser, USER } from '../auth/access';
import { Tokens } from '../auth/tokens';
import { UserAnswer, UserChangesBody } from './user.dto';
import { Users } from './users.service';

/** The user whose token it is. */
@Route('/user')
export class CurrentUserView {
  constructor(
    private readonly users: Users,
    private readonly tokens: Tokens,
    @Inject(USER) private readonly user: CurrentUser,
  ) {}

  @Get()
  @Returns(UserAnswer)
  show() {
    return { user: { ...this.user, token: this.tokens.sign(this.user.id) } };
  }

  // Clients send back all that they have been given.
  @Put()
  @Returns(UserAnswer)
  async change(@Body(UserChangesBody, { unknownProperties: 'strip' }) { user: changes }: UserChangesBody) {
    if (Object.values(changes).every((value) => value === undefined)) throw nothingToChange();
    const user = await this.users.change(this.user.id, changes);
    return { user: { ...user, token: this.tokens.sign(user.id) } };
  }
}

function nothingToChange(): ValidationError {
  const message = 'user must have at least one field to change';
  return new ValidationError([{ in: 'body', pointer: '/user', rule: 'notEmpty', message }]);
}
