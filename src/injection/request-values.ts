import { HttpRequest } from '../http/request';
import { RequestScope } from '../http/request-scope';
import { RouteMatch } from '../http/route-match';
import type { TokenOf } from '../metadata/token';
import type { Build } from './node';
import type { ScopeOfRequest } from './scope-of-request';

/** The tokens that every request fills. */
export const builtInRequestTokens: readonly TokenOf<unknown>[] = [HttpRequest, RequestScope, RouteMatch];

/** How a token is read from the request: a built-in one, or one that middleware fills. */
export function compileRequestValue(token: TokenOf<unknown>): Build {
  return builtIn.get(token) ?? ((request) => readScope(request).readProvided(token));
}

/** The same where nothing may have filled it: `undefined` then. */
export function compileOptionalValue(token: TokenOf<unknown>): Build {
  return builtIn.get(token) ?? ((request) => readScope(request).readOptional(token));
}

/** The scope of a request, with what only the container may do. */
export function readScope({ scope }: HttpRequest): ScopeOfRequest {
  // The kernel makes every scope with this class.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
  return scope as RequestScope & ScopeOfRequest;
}

/** Tells whether building the object of a token has failed in a request. */
export function hasFailedIn(request: HttpRequest, token: TokenOf<unknown>): boolean {
  return readScope(request).hasFailed(token);
}

const builtIn = new Map<TokenOf<unknown>, Build>([
  [HttpRequest, (request) => request],
  [RequestScope, ({ scope }) => scope],
  [RouteMatch, ({ match }) => match],
]);
