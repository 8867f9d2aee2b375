import type { Socket } from 'node:net';

import type { FastifyReply } from 'fastify';

/** Tells whether the connection is gone or the response is over. */
export function isClosed({ raw, request }: FastifyReply): boolean {
  return raw.destroyed || raw.writableFinished || readSocket(request.raw)?.destroyed === true;
}

/**
 * Calls back once, when the response is closed: `hasLeft` tells that the client left before all of it was sent.
 *
 * The response itself does not say so in every case: of two pipelined requests, the second learns only from its socket
 * that the client has left.
 */
export function whenClosed(reply: FastifyReply, callback: (hasLeft: boolean) => void): void {
  const { raw } = reply;
  const socket = readSocket(reply.request.raw);
  const close = (): void => {
    raw.removeListener('close', close);
    if (socket) readListeners(socket).delete(close);
    callback(!isSent(raw, socket));
  };
  if (isClosed(reply)) {
    callback(!isSent(raw, socket));
    return;
  }
  raw.on('close', close);
  if (socket) readListeners(socket).add(close);
}

/** Calls back once, when the connection of a request closes, if it has one. */
export function whenSocketCloses(raw: { readonly socket?: Socket | null }, callback: () => void): void {
  const socket = readSocket(raw);
  if (socket) readListeners(socket).add(callback);
}

const listeners = new WeakMap<Socket, Set<() => void>>();

// One listener of the socket serves all requests that are pipelined on it: Node warns of many.
function readListeners(socket: Socket): Set<() => void> {
  const known = listeners.get(socket);
  if (known) return known;

  const created = new Set<() => void>();
  listeners.set(socket, created);
  socket.once('close', () => {
    for (const close of [...created]) close();
  });
  return created;
}

// Without a socket, what was ended has been sent: nothing of it waits for the network.
function isSent(raw: FastifyReply['raw'], socket: Socket | undefined): boolean {
  return socket ? raw.writableFinished : raw.writableEnded;
}

// Under `inject` there is an object in its place that is no connection.
function readSocket(raw: { readonly socket?: Socket | null }): Socket | undefined {
  return typeof raw.socket?.destroy === 'function' ? raw.socket : undefined;
}
