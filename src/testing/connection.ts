import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

import { createSocketPair } from './memory-socket';

/** A connection to a server, with both of its ends. */
export interface Connection {
  readonly client: Duplex;
  /** The server's end: by it a request of this connection is known. */
  readonly accepted: object;
  /** Hands the connection to the server, where that was not done by making it. */
  readonly begin: () => void;
}

/** Makes a connection: over a port if the server listens on one, else in memory. */
export function openConnection(server: Server): Connection | Promise<Connection> {
  const address = server.address() as AddressInfo | null;
  if (address) return openSocket(server, address);

  const [client, accepted] = createSocketPair();
  return { client, accepted, begin: () => server.emit('connection', accepted) };
}

function openSocket(server: Server, { port, address }: AddressInfo): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const accepted = new Map<number | undefined, Socket>();
    const client = connect(port, address);
    const pair = (): void => {
      const other = accepted.get(client.localPort);
      if (client.connecting || !other) return;
      server.off('connection', accept);
      resolve({ client, accepted: other, begin: ignore });
    };
    const accept = (socket: Socket): void => {
      accepted.set(socket.remotePort, socket);
      pair();
    };
    server.on('connection', accept);
    client.once('connect', pair);
    client.once('error', (error) => {
      server.off('connection', accept);
      reject(error);
    });
  });
}

function ignore(): void {
  // The system has handed it over.
}
