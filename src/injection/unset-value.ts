import { isClass } from '../metadata/class';
import { describeToken, type TokenOf } from '../metadata/token';

/** The route of a request, and what the middleware of its chain may fill. */
export interface RouteValues {
  /** `GET /notes`. */
  readonly place: string;
  /** The middleware that provide each token. */
  readonly providers: ReadonlyMap<TokenOf<unknown>, string>;
}

/** Nothing has filled a token that something is built with, or that is asked for. */
export function createUnsetError(token: TokenOf<unknown>, { place, providers }: RouteValues): Error {
  const name = describeToken(token);
  const provider = providers.get(token);
  return new Error(
    provider === undefined
      ? `${name} is not there in ${place}: no middleware of its chain provides it. Add one with \`provides: [${name}]\`.`
      : `${name} was not set in ${place}: ${provider}, which provides it, must call request.scope.set before it is needed.`,
  );
}

/** Nothing tells how the value of a token is made that is asked for. */
export function createMissingError(token: TokenOf<unknown>): Error {
  const name = describeToken(token);
  const provide = `add provide(${name}, …) to the providers of a module`;
  return new Error(
    isClass(token)
      ? `Nothing provides ${name}. Decorate it with @Injectable(), or ${provide}.`
      : `Nothing provides ${name}. Let middleware with \`provides: [${name}]\` set it, or ${provide}.`,
  );
}

/** Tells that a token must not be filled, by a chain or so late; `isLate` is whether something was built without it. */
export function createSetError(token: TokenOf<unknown>, { place, providers }: RouteValues, isLate: boolean): Error {
  const name = describeToken(token);
  if (!providers.has(token)) {
    return new Error(
      `No middleware of ${place} declares that it provides ${name}. Write @Middleware({ provides: [${name}] }) on the one that sets it.`,
    );
  }
  return new Error(
    isLate
      ? `${name} was set in ${place} after something was built without it. Set it in an earlier hook.`
      : `${name} was set twice in ${place}. Set it once.`,
  );
}

/** The request of a scope is over. */
export function createLateError(token: TokenOf<unknown>, what: 'set' | 'built'): Error {
  return new Error(
    `${describeToken(token)} cannot be ${what}: the request is over, and nothing would dispose it. Ask for it before the view has come to an end.`,
  );
}
