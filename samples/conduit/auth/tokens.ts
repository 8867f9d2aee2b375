import type { FastifyInstance } from 'fastify';
import { Inject, Injectable, SERVER, UnauthorizedError, type HttpRequest } from 'quintet';

/** Gives users tokens, and reads them back. */
@Injectable()
export class Tokens {
  constructor(@Inject(SERVER) private readonly server: FastifyInstance) {}

  /** A token by which a user is known until it expires. */
  sign(userId: number): string {
    return this.server.jwt.sign({ sub: String(userId) });
  }

  /** The id of the user whose token came with the request; `undefined` where none did. */
  async read(request: HttpRequest): Promise<number | undefined> {
    if (request.headers.authorization === undefined) return undefined;
    try {
      const { sub } = await request.jwtVerify<{ sub: string }>();
      return Number(sub);
    } catch (error) {
      throw refuseToken(error);
    }
  }
}

/** The token is in the header `Authorization: Token <jwt>`. */
export function extractToken({ headers }: Pick<HttpRequest, 'headers'>): string | undefined {
  return /^Token +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
}

/** The answer to a request that needs a good token and has none. */
export function refuseToken(cause?: unknown): UnauthorizedError {
  const detail = cause === undefined ? 'A token is missing.' : 'The token is not valid.';
  return new UnauthorizedError(detail, { challenge: 'Token', cause });
}
