import type { FastifyReply } from 'fastify';

import { isClosed, whenClosed } from './closing';
import type { EventStream } from './event-stream';
import type { HttpHeaders } from './headers';
import type { OpenRequest, OpenWork, Phase } from './open-work';
import type { HttpRequest } from './request';
import type { RequestContext } from './request-context';
import type { RequestScope } from './request-scope';
import type { RouteMatch } from './route-match';
import type { DisposableScope, ScopeOwner } from './scope-owner';

/** What the exchanges of a kernel share. */
export interface ExchangeServices {
  /** Makes the scope of a request, which asks for disposal once it holds something that needs it. */
  readonly createScope: (owner: ScopeOwner) => DisposableScope;
  readonly work: OpenWork;
  /** `undefined` where nothing injects it. */
  readonly context: RequestContext | undefined;
  /** Whether nobody but the cycle takes part in the requests. */
  readonly isAlone: boolean;
}

/** What the kernel keeps about one request and its answer. One object of a fixed shape. */
export class Exchange implements OpenRequest, ScopeOwner {
  phase: Phase = 'request';
  /** The route, as far as hooks may see it. */
  match: RouteMatch | undefined = undefined;
  /** An error that was met before the view was due: it is thrown when the view is. */
  failure: Failure | undefined = undefined;
  /** Whether an error was mapped, and so logged. */
  hasMappedError = false;
  /** Whether an error was answered that was met while sending: a second one is not. */
  hasSentError = false;
  /** Whether headers of the body are hidden, so that Fastify passes over it. */
  hasHiddenHeaders = false;
  /** The headers that were put on the reply. */
  sentHeaders: HttpHeaders | undefined = undefined;
  /** The hook that is waited for: `AuthMiddleware.processView`. */
  awaited: string | undefined = undefined;
  /** The events that are sent as the answer. */
  events: EventStream<unknown> | undefined = undefined;
  // Private to the compiler only: V8 does not inline the constructor of a class that extends one with private names.
  private madeScope: DisposableScope | undefined = undefined;
  private madeController: AbortController | undefined = undefined;
  private holds = 1;
  private isResponseClosed = false;
  private hasEnded = false;
  private isOpenWork = false;

  constructor(
    readonly request: HttpRequest,
    readonly reply: FastifyReply,
    /** The route, from the start. */
    readonly resolved: RouteMatch | undefined,
    private readonly services: ExchangeServices,
  ) {}

  /** The objects of the request, made when they are first asked for. */
  get scope(): RequestScope {
    return (this.madeScope ??= this.services.createScope(this));
  }

  /** Whether the response is closed and the view has come to an end. */
  get isOver(): boolean {
    return this.holds === 0 && isClosed(this.reply);
  }

  /** Has the scope disposed once the request is over. */
  disposeWhenOver(): void {
    whenClosed(this.reply, () => {
      this.isResponseClosed = true;
      this.disposeAtEnd();
      // A plugin has answered between the phases. Where the client has left instead, the cycle is taken up again.
      setImmediate(() => {
        if (this.phase === 'body') this.end();
      });
    });
  }

  /** Aborts when the client leaves or the time limit ends. */
  get signal(): AbortSignal {
    if (!this.madeController) {
      const controller = (this.madeController = new AbortController());
      whenClosed(this.reply, (hasLeft) => {
        if (hasLeft) controller.abort();
      });
    }
    return this.madeController.signal;
  }

  /** Whether nobody waits for an answer. */
  get hasClientLeft(): boolean {
    return isClosed(this.reply);
  }

  /** Aborts the signal. */
  abort(reason: Error): void {
    // Asking for the signal makes it: a view that asks later must find it aborted.
    if (!this.signal.aborted) this.madeController?.abort(reason);
  }

  /** The cycle has come to an end: there is an answer, or nobody to answer. Counts once, also when sending fails then. */
  end(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.release();
  }

  /** Runs what belongs to the request, and begins elsewhere. */
  enter<T>(work: () => T): T {
    const { context } = this.services;
    return context ? context.run(this.request, work) : work();
  }

  /** The cycle waits: a kernel that closes waits with it. */
  wait(): void {
    this.isOpenWork = true;
    this.services.work.requests.add(this);
  }

  /** The cycle has waited, and has handed the request back to Fastify, which may have a plugin answer it. */
  leave(): void {
    if (!this.isOpenWork) return;
    this.isOpenWork = false;
    this.services.work.requests.delete(this);
  }

  /** Whether nobody but the cycle takes part in the request, so that what is there for others can be passed over. */
  get isAlone(): boolean {
    return this.services.isAlone;
  }

  /** Whether new requests are refused. */
  get isClosing(): boolean {
    return this.services.work.isClosing;
  }

  /** Ends a stream of events, which would go on for ever. Its source learns it from the signal. */
  endEvents(reason: Error): void {
    if (!this.events) return;
    this.events.finish();
    this.abort(reason);
  }

  /** Something still uses the scope; the cycle itself does from the start. */
  hold(): void {
    this.holds++;
    this.wait();
  }

  /** Something has come to an end. */
  release(): void {
    this.holds--;
    if (this.holds === 0) this.leave();
    this.disposeAtEnd();
  }

  private disposeAtEnd(): void {
    if (this.isResponseClosed && this.holds === 0) void this.enter(() => this.madeScope?.dispose());
  }
}

/** An error, and who raised it. */
export interface Failure {
  readonly error: unknown;
  readonly origin: 'application' | 'plugin' | 'body';
}
