import type { HttpRequest } from './request';
import type { RequestScope } from './request-scope';

/** The objects of a request, as the kernel sees them. */
export interface DisposableScope extends RequestScope {
  dispose(): Promise<void>;
}

/** What a scope needs of its exchange. */
export interface ScopeOwner {
  readonly request: HttpRequest;
  /** Whether the response is closed and the view has come to an end: nothing is disposed any more. */
  readonly isOver: boolean;
  /** Has the scope disposed when the request is over. */
  disposeWhenOver(): void;
}
