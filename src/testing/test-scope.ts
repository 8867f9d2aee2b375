import { HttpRequest } from '../http/request';
import { RequestScope } from '../http/request-scope';
import { RouteMatch } from '../http/route-match';
import type { Provider } from '../metadata/provider';
import { describeToken, type TokenOf } from '../metadata/token';
import { type Faked, readFakedTokens } from './fake';

/** What the scope of a made request is filled with: a fake, or what `provide(token, { useValue })` returns. */
export type TestValue = Faked | Provider;

/** The objects of a made request: those that a test gives it, and what hooks set. */
export class TestScope extends RequestScope {
  readonly #values: Map<TokenOf<unknown>, unknown>;

  constructor(
    private readonly request: HttpRequest,
    given: readonly TestValue[],
  ) {
    super();
    this.#values = new Map(given.flatMap(readEntries));
  }

  override get<T>(token: TokenOf<T>): T {
    if (this.#values.has(token)) return this.#values.get(token) as T;
    const builtIn = builtIns.get(token);
    if (builtIn) return builtIn(this.request, this) as T;
    const name = describeToken(token);
    throw new Error(
      `The request has no ${name}. Make it with requestFactory.get(url, { with: [provide(${name}, …)] }).`,
    );
  }

  override set<T>(token: TokenOf<T>, value: NoInfer<T>): void {
    if (this.#values.has(token)) {
      throw new Error(`${describeToken(token)} was set before in this request. Set it once.`);
    }
    this.#values.set(token, value);
  }

  /** Ends nothing: the test owns what it has given. @internal */
  dispose(): Promise<void> {
    return Promise.resolve();
  }

  override has(token: TokenOf<unknown>): boolean {
    return this.#values.has(token);
  }
}

const builtIns = new Map<TokenOf<unknown>, (request: HttpRequest, scope: RequestScope) => unknown>([
  [HttpRequest, (request) => request],
  [RouteMatch, ({ match }) => match],
  [RequestScope, (_request, scope) => scope],
]);

function readEntries(given: TestValue): [TokenOf<unknown>, unknown][] {
  const faked = readFakedTokens(given);
  if (faked.length > 0) return faked.map((token) => [token, given]);

  const { provide, ...how } = given as Provider;
  if ('useValue' in how) return [[provide as TokenOf<unknown>, how.useValue]];
  throw new Error(`A request is made of values. Write provide(${describeToken(provide)}, { useValue: … }), or a fake.`);
}
