import type { Problem } from './configuration-error';

/** Who needs a value of the request, and where. */
export interface RequestValueNeed {
  readonly token: string;
  /** `GET /notes`, or several of them. */
  readonly routes: string;
  /** The view or middleware. */
  readonly needing: string;
  /** `NotesView → Session, parameter "user" (1st)`. */
  readonly place: string;
}

/** No middleware of a chain fills what is injected behind it. */
export function unprovidedRequestValue(
  { token, routes, needing, place }: RequestValueNeed,
  {
    provider,
    module,
    isMiddleware,
  }: { readonly provider: string; readonly module: string; readonly isMiddleware: boolean },
): Problem {
  const optional = `inject it with @Inject(${token}, { optional: true })`;
  return {
    code: 'Q209',
    problem: `No middleware of ${routes} provides ${token}, which is needed by ${place}.`,
    fix: isMiddleware
      ? `Add ${provider}, which provides it, before ${needing} in the chain; or ${optional}.`
      : `Add ${provider}, which provides it, to the middleware of ${module} or, with @UseMiddleware, to ${needing}; or ${optional}.`,
  };
}

/** What is injected with a value is built before the middleware that fills it can do so. */
export function lateRequestValue(
  { token, routes, needing, place }: RequestValueNeed,
  provider: string,
  way: string,
): Problem {
  return {
    code: 'Q210',
    problem: `In ${routes}, ${needing} is built before ${provider} can set ${token}, which is needed by ${place}.`,
    fix: `${way}, or inject it with @Inject(${token}, { optional: true }).`,
  };
}

/** The middleware that would fill a value is not used. */
export function refusedRequestValue(
  { token, routes, place }: RequestValueNeed,
  provider: string,
  reason: string,
): Problem {
  return {
    code: 'Q208',
    problem: `In ${routes}, ${place} needs ${token} of ${provider}, which is not used: ${reason}`,
    fix: `Inject it with @Inject(${token}, { optional: true }), or do not throw MiddlewareNotUsed.`,
  };
}

/** What middleware fills in every request is also provided once and for all. */
export function provisionOfRequestValue(token: string, middleware: string, other: string): Problem {
  return {
    code: 'Q205',
    problem: `${token} is provided by both the middleware ${middleware} and ${other}.`,
    fix: `Remove one of them: provide(${token}, …), or ${token} from \`provides\`.`,
  };
}

/** A factory is asynchronous, where what is built for a request is built at once. */
export function asyncRequestFactory(token: string, module: string, scope: string): Problem {
  return {
    code: 'Q211',
    problem: `The factory of ${token} in ${module} is asynchronous, but in the scope '${scope}' everything is built at once.`,
    fix: `Leave out the scope, so that it runs once at the start; or let middleware set the value: @Middleware({ provides: [${token}] }) and request.scope.set(${token}, await …).`,
  };
}
