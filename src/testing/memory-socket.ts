import { Duplex } from 'node:stream';
// The module's own, which fake timers leave alone.
import { setImmediate } from 'node:timers';

/** One end of a connection in memory: as much of a socket as Node's HTTP server and client ask for. */
class MemorySocket extends Duplex {
  readonly remoteAddress = '127.0.0.1';
  peer: MemorySocket | undefined;
  #resumePeer: (() => void) | undefined;

  override _read(): void {
    const resume = this.#resumePeer;
    this.#resumePeer = undefined;
    resume?.();
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    if (chunk.length === 0 || !this.peer) done();
    else this.peer.receive(chunk, done);
  }

  override _final(done: () => void): void {
    this.peer?.push(null);
    done();
  }

  // As on a wire: who hangs up without a word ends the other side, too.
  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    const { peer } = this;
    setImmediate(() => peer?.destroy());
    done(error);
  }

  setTimeout(): this {
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  // The writer goes on when there is room again.
  private receive(chunk: Buffer, done: () => void): void {
    if (this.push(chunk)) done();
    else this.#resumePeer = done;
  }
}

/** Two ends of a connection that needs no port. */
export function createSocketPair(): readonly [Duplex, Duplex] {
  const [client, server] = [new MemorySocket(), new MemorySocket()];
  client.peer = server;
  server.peer = client;
  return [client, server];
}
