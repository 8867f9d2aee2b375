import type { FastifyReply } from 'fastify';

import type { HttpRequest } from './request';
import type { RouteMatch } from './route-match';

/** How far a request has come: which errors go where depends on it. */
export type Phase = 'request' | 'body' | 'view' | 'sending';

/** A request whose cycle waits, as a kernel that closes sees it. */
export interface OpenRequest {
  readonly request: HttpRequest;
  readonly reply: FastifyReply;
  readonly resolved: RouteMatch | undefined;
  readonly phase: Phase;
  /** The hook that is waited for: `AuthMiddleware.processView`. */
  readonly awaited: string | undefined;
  /** Aborts its signal. */
  abort(reason: Error): void;
  /** Ends its stream of events, if it is answered by one. */
  endEvents(reason: Error): void;
}

/** What a kernel waits for when it closes. What is over as soon as it has begun is never in here. */
export class OpenWork {
  readonly requests = new Set<OpenRequest>();
  /** Asynchronous disposals of requests' objects. */
  readonly disposals = new Set<OpenDisposal>();
  /** New requests are refused. */
  isClosing = false;

  /** Keeps a disposal for as long as it takes. */
  async waitFor(disposal: OpenDisposal, end: PromiseLike<unknown>): Promise<void> {
    this.disposals.add(disposal);
    try {
      await end;
    } finally {
      this.disposals.delete(disposal);
    }
  }
}

/** An object that is being disposed, and its request. */
export interface OpenDisposal {
  readonly name: string;
  readonly request: HttpRequest;
}
