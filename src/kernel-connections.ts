import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The connections of a server, as far as closing it has to know them. They cost a request nothing. */
export class Connections {
  readonly #sockets = new Set<Socket>();

  constructor(server: Server) {
    const add = (socket: Socket): void => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    };
    server.on('connection', add);
    server.on('secureConnection', add);
  }

  /** Whether there is none that a client could send a request on. */
  get isEmpty(): boolean {
    return ![...this.#sockets].some(isHttp);
  }

  /** What is being answered, whoever answers it. */
  readResponses(): ServerResponse[] {
    return [...this.#sockets].flatMap((socket) => readResponse(socket) ?? []);
  }

  /** Cuts those on which nothing is being answered. */
  cutIdle(): void {
    for (const socket of this.#sockets) if (isHttp(socket) && !readResponse(socket)) socket.destroy();
  }

  /** Cuts all, also those that a plugin has taken over. */
  cutAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}

// Node keeps both there for as long as HTTP is spoken; that is how libraries end servers, and the only place.
interface HttpSocket {
  readonly parser?: object | null;
  readonly _httpMessage?: ServerResponse | null;
}

function isHttp(socket: Socket): boolean {
  return Boolean((socket as HttpSocket).parser);
}

function readResponse(socket: Socket): ServerResponse | undefined {
  return (socket as HttpSocket)._httpMessage ?? undefined;
}
