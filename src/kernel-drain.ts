import { setTimeout as wait } from 'node:timers/promises';

import { createClosingError } from './http/closing-error';
import type { OpenWork } from './http/open-work';
import type { Connections } from './kernel-connections';

/** How long a kernel that closes waits, in milliseconds. */
export interface Patience {
  /** For what is open. */
  readonly timeout: number;
  /** For clients that have a connection and are about to use it: they are told to go away rather than cut off. */
  readonly linger: number;
}

/** What is drained. */
export interface Drained {
  readonly work: OpenWork;
  readonly connections: Connections;
}

// Between two looks at what is open.
const pause = 5;

/**
 * Accepts no more connections, refuses new requests on those that are there, ends streams of events, and waits for what
 * is open. Tells whether all of it has come to an end in time.
 */
export async function drain({ work, connections }: Drained, { timeout, linger }: Patience): Promise<boolean> {
  work.isClosing = true;
  connections.stopAccepting();
  const reason = createClosingError();
  for (const exchange of [...work.requests]) exchange.endEvents(reason);

  const start = performance.now();
  for (;;) {
    endConnections(work, connections);
    const elapsed = performance.now() - start;
    const isQuiet = isDone(work, connections) && (elapsed >= linger || connections.isEmpty);
    if (isQuiet || elapsed >= timeout) return isDone(work, connections);
    await wait(Math.min(pause, timeout - elapsed));
  }
}

function isDone({ requests, disposals }: OpenWork, connections: Connections): boolean {
  return requests.size === 0 && disposals.size === 0 && connections.readResponses().length === 0;
}

// What is answered from now on is the last answer of its connection.
function endConnections({ requests }: OpenWork, connections: Connections): void {
  for (const response of [...connections.readResponses(), ...[...requests].map(({ reply }) => reply.raw)]) {
    // HTTP/2 has no such header.
    const { httpVersionMajor } = response.req;
    if (httpVersionMajor < 2 && !response.headersSent && !response.hasHeader('connection'))
      response.setHeader('connection', 'close');
  }
}
