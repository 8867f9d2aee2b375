import type { Server, ServerResponse } from 'node:http';
import type { ServerHttp2Session } from 'node:http2';
import { Server as NetServer, type Socket } from 'node:net';

/** The connections of a server, as far as closing it has to know them. They cost a request nothing. */
export class Connections {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  // Those of HTTP/2.
  readonly #sessions = new Set<ServerHttp2Session>();

  constructor(server: Server) {
    this.#server = server;
    const add = (socket: Socket): void => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    };
    server.on('connection', add);
    server.on('secureConnection', add);
    server.on('session', (session: ServerHttp2Session) => {
      this.#sessions.add(session);
      session.once('close', () => this.#sessions.delete(session));
    });
  }

  /** Accepts no more of them. Those of HTTP/2 end with what they are about to answer; their clients are told. */
  stopAccepting(): void {
    // Node's HTTP server would cut idle connections as well, and with them requests that are on their way.
    if (this.#server.listening) NetServer.prototype.close.call(this.#server);
    for (const session of this.#sessions) session.close();
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
