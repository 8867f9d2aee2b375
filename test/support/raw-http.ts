import { connect, type Socket } from 'node:net';

/** One answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  /** By lowercase name; a header that came twice has its values joined with a line break. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a request is made of, besides its method and target. */
export interface RawRequest {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** A connection over which a test writes any bytes and reads the answers one by one. It never half-closes. */
export class RawConnection {
  readonly #socket: Socket;
  #received = Buffer.alloc(0);
  #isClosed = false;

  constructor(origin: string) {
    const { hostname, port } = new URL(origin);
    this.#socket = connect(Number(port), hostname);
    this.#socket.on('data', (chunk: Buffer) => (this.#received = Buffer.concat([this.#received, chunk])));
    this.#socket.on('close', () => (this.#isClosed = true));
    // A server that closes early resets the connection: what was received until then is what counts.
    this.#socket.on('error', () => undefined);
  }

  /** Everything that was received and not read as an answer. */
  get received(): string {
    return this.#received.toString();
  }

  write(bytes: string | Buffer): this {
    this.#socket.write(bytes);
    return this;
  }

  /** The next answer, an interim one (100) included. With `isHead` it has no body, whatever its length says. */
  readAnswer(isHead = false): Promise<RawAnswer> {
    return this.#until(() => {
      const read = parseAnswer(this.#received, isHead, this.#isClosed);
      if (read) this.#received = this.#received.subarray(read.length);
      return read?.answer;
    });
  }

  /** Waits until some text has come. */
  readUntil(text: string): Promise<string> {
    return this.#until(() => (this.received.includes(text) ? this.received : undefined));
  }

  /** All that comes until the server closes the connection. */
  readToEnd(): Promise<string> {
    return this.#until(() => (this.#isClosed ? this.received : undefined));
  }

  /** Leaves at once. */
  destroy(): void {
    this.#socket.destroy();
  }

  #until<T>(read: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        const value = read();
        if (value === undefined && !this.#isClosed) return;
        this.#socket.off('data', check).off('close', check);
        if (value === undefined) reject(new Error(`The server closed the connection after: ${this.received}`));
        else resolve(value);
      };
      this.#socket.on('data', check).on('close', check);
      check();
    });
  }
}

/** The text of a request, with a host, and the length of its body where it has one. */
export function toRequest(line: string, request: RawRequest = {}): string {
  return toHead(line, request) + (request.body?.toString() ?? '');
}

function toHead(line: string, { headers = {}, body = '' }: RawRequest): string {
  const length = Buffer.byteLength(body);
  const all = { host: 'test', ...(length > 0 && { 'content-length': String(length) }), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${line} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** Asks once over a connection of its own: `ask(origin, 'GET /notes')`. */
export async function ask(origin: string, line: string, request: RawRequest = {}): Promise<RawAnswer> {
  const connection = new RawConnection(origin);
  const bytes = Buffer.concat([Buffer.from(toHead(line, request)), Buffer.from(request.body ?? '')]);
  const answer = await connection.write(bytes).readAnswer(line.startsWith('HEAD '));
  connection.destroy();
  return answer;
}

interface ParsedAnswer {
  readonly answer: RawAnswer;
  readonly length: number;
}

function parseAnswer(received: Buffer, isHead: boolean, isClosed: boolean): ParsedAnswer | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const [statusLine = '', ...lines] = received.subarray(0, end).toString('latin1').split('\r\n');
  const status = Number(statusLine.split(' ')[1]);
  const headers = parseHeaders(lines);
  const isBodyless = isHead || status < 200 || status === 204 || status === 304;
  const rest = received.subarray(end + 4);
  const body = isBodyless ? { text: '', length: 0 } : parseBody(rest, headers, isClosed);
  return body && { answer: { status, headers, body: body.text }, length: end + 4 + body.length };
}

function parseHeaders(lines: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers[name] = name in headers ? `${String(headers[name])}\n${value}` : value;
  }
  return headers;
}

function parseBody(rest: Buffer, headers: Readonly<Record<string, string>>, isClosed: boolean) {
  if (headers['transfer-encoding'] === 'chunked') return parseChunks(rest);
  const length = headers['content-length'] === undefined ? undefined : Number(headers['content-length']);
  if (length === undefined) return isClosed ? { text: rest.toString(), length: rest.length } : undefined;
  return rest.length < length ? undefined : { text: rest.subarray(0, length).toString(), length };
}

function parseChunks(rest: Buffer): { readonly text: string; readonly length: number } | undefined {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = rest.indexOf('\r\n', at);
    if (lineEnd === -1) return undefined;
    const size = Number.parseInt(rest.subarray(at, lineEnd).toString(), 16);
    const next = lineEnd + 2 + size + 2;
    if (rest.length < next) return undefined;
    if (size === 0) return { text: Buffer.concat(chunks).toString(), length: next };
    chunks.push(rest.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = next;
  }
}
