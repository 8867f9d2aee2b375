import { type HttpRequest, Middleware, RouteMatch } from 'quintet';
import { DataSource } from 'typeorm';
import { User } from '../users/user.entity';
import { Access, USER } from './access';
import { refuseToken, Tokens } from './tokens';

/** Finds out who asks, and lets nobody in who has no token, except where `@Access` says so. */
@Middleware({ provides: [USER] })
export class AuthenticationMiddleware implements Middleware {
  constructor(
    private readonly tokens: Tokens,
    private readonly source: DataSource,
  ) {}

  async processView(request: HttpRequest, match: RouteMatch) {
    const access = match.get(Access);
    // Without an action nothing is done: the answer is 405, or the list of methods.
    if (access === 'public' || match.action === undefined) return;

    const id = await this.tokens.read(request);
    if (id !== undefined) request.scope.set(USER, await this.#findUser(id));
    else if (access !== 'optional') throw refuseToken();
  }

  // Before the transaction of the request, which would hold its connection meanwhile.
  async #findUser(id: number): Promise<User> {
    const user = await this.source.manager.findOneBy(User, { id });
    if (!user) throw refuseToken(new Error(`There is no user ${id}.`));
    return user;
  }
}
