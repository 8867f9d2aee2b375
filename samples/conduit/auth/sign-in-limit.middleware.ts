import type { FastifyInstance } from 'fastify';
import { type HttpRequest, Inject, Middleware, Raises, SERVER, TooManyRequestsError } from 'quintet';

/** Slows down those who try passwords: each address may sign in or register a few times a minute. */
@Middleware()
@Raises(TooManyRequestsError)
export class SignInLimitMiddleware implements Middleware {
  #check: ReturnType<FastifyInstance['createRateLimit']> | undefined;

  constructor(@Inject(SERVER) private readonly server: FastifyInstance) {}

  async processRequest(request: HttpRequest) {
    // The plugin is registered after the middleware are built.
    this.#check ??= this.server.createRateLimit();
    const limit = await this.#check(request);
    if (limit.isAllowed || !limit.isExceeded) return;
    throw new TooManyRequestsError('Too many attempts. Try again later.', { retryAfter: limit.ttlInSeconds });
  }
}
