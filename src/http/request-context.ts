import { AsyncLocalStorage } from 'node:async_hooks';

import { injectableMetadata } from '../metadata/injection';
import type { HttpRequest } from './request';

/**
 * Gives the current request to what outlives it, such as a singleton. Inject it; the application pays for it
 * (Node's `AsyncLocalStorage`) only where something does.
 *
 * It holds in hooks, views, all that they wait for, streamed bodies, and the disposal of the request's objects.
 *
 * @example
 * ```ts
 * @Injectable()
 * class Audit {
 *   constructor(private readonly context: RequestContext) {}
 *
 *   note(text: string) {
 *     this.context.request.log.info({ user: this.context.request.scope.get(USER).id }, text);
 *   }
 * }
 * ```
 */
export class RequestContext {
  readonly #requests = new AsyncLocalStorage<HttpRequest>();

  /** Tells the framework's own object from a fake. @internal */
  static isOwn(value: unknown): value is RequestContext {
    return typeof value === 'object' && value !== null && #requests in value;
  }

  /** The current request; `undefined` outside of one. */
  get current(): HttpRequest | undefined {
    return this.#requests.getStore();
  }

  /** The current request. Throws outside of one. */
  get request(): HttpRequest {
    const { current } = this;
    if (current) return current;
    throw new Error(
      'RequestContext.request was read outside of a request. Read it in what a hook or a view calls, or read RequestContext.current, which is undefined there.',
    );
  }

  /** Runs what belongs to a request. @internal */
  run<T>(request: HttpRequest, work: () => T): T {
    return this.#requests.run(request, work);
  }
}

injectableMetadata.append(RequestContext, { scope: 'singleton' });
