import { validateHeaderName, validateHeaderValue } from 'node:http';

/** What a header can be set to. */
export type HeaderValue = string | number | readonly string[];

/** Headers by name, in any case. */
export type HeaderRecord = Readonly<Record<string, HeaderValue>>;

/**
 * The headers of a response. Names are case-insensitive, as in RFC 9110.
 *
 * A name or value that cannot be sent is refused where it is set, with an error that names the header.
 */
export class HttpHeaders implements Iterable<[name: string, value: string | string[]]> {
  // Names and values in turn. There are few: to look through them takes less than to make a Map.
  readonly #list: (string | string[])[] = [];
  #needsReply = false;

  /** The value; several are joined with `, `. The values of `set-cookie` one by one: `getSetCookie`. */
  get(name: string): string | undefined {
    const value = this.#read(name.toLowerCase());
    return typeof value === 'object' ? value.join(', ') : value;
  }

  /** The values of `set-cookie`: the one header whose values cannot be joined (RFC 6265, section 3). */
  getSetCookie(): readonly string[] {
    const value = this.#read('set-cookie');
    return typeof value === 'object' ? value : [];
  }

  /** Tells whether the header is set. */
  has(name: string): boolean {
    return this.#read(name.toLowerCase()) !== undefined;
  }

  /** Whether one may have been set that Fastify's reply completes. @internal */
  get needsReply(): boolean {
    return this.#needsReply;
  }

  /** Names and values in turn. @internal */
  get list(): readonly (string | string[])[] {
    return this.#list;
  }

  /** Sets the header in place of what it was. */
  set(name: string, value: HeaderValue): void {
    const header = toHeader(name);
    const isKnown = typeof value === 'string' && value === header.lastText;
    this.#write(header.key, isKnown ? value : readValue(header, name, value));
    if (header.needsReply) this.#needsReply = true;
  }

  /** Adds a value after those the header has. */
  append(name: string, value: HeaderValue): void {
    const present = this.#read(toHeader(name).key) ?? [];
    this.set(name, [present, readTexts(name, value)].flat());
  }

  /** Removes the header; tells whether it was set. */
  delete(name: string): boolean {
    return this.#list.splice(this.#locate(name.toLowerCase()), 2).length > 0;
  }

  /** Calls back for each header, in the order in which they were first set. `set-cookie` is a list. */
  forEach(call: (value: string | string[], name: string) => void): void {
    for (const [name, value] of this) call(value, name);
  }

  /** The headers with lowercase names, in the order in which they were first set. `set-cookie` is a list. */
  *[Symbol.iterator](): IterableIterator<[name: string, value: string | string[]]> {
    // Who walks through them may change them.
    const names = this.#list.filter((_, index) => index % 2 === 0) as string[];
    for (const name of names) {
      const value = this.#read(name);
      if (value !== undefined) yield [name, value];
    }
  }

  // Where the name stands, or will.
  #locate(key: string): number {
    const list = this.#list;
    let index = 0;
    while (index < list.length && list[index] !== key) index += 2;
    return index;
  }

  #read(key: string): string | string[] | undefined {
    const index = this.#locate(key);
    return index < this.#list.length ? this.#list[index + 1] : undefined;
  }

  #write(key: string, value: string | string[]): void {
    const index = this.#locate(key);
    this.#list[index] = key;
    this.#list[index + 1] = value;
  }
}

// What is known of a name, whoever sets it.
interface Header {
  readonly key: string;
  readonly needsReply: boolean;
  /** The text that it was set to last: most are set to the same one by each response, which is looked at once. */
  lastText: string | undefined;
}

// An application sets few names, and those over and over. What would grow beyond them is not remembered.
const headers = new Map<string, Header>();
const mostHeaders = 200;

// Headers that Fastify's reply or the sender sets or completes.
const completed: ReadonlySet<string> = new Set(['content-type', 'content-length', 'vary', 'x-request-id']);

function toHeader(name: string): Header {
  const known = headers.get(name);
  if (known !== undefined) return known;

  validateHeaderName(name);
  const key = name.toLowerCase();
  const header = { key, needsReply: completed.has(key), lastText: undefined };
  if (headers.size < mostHeaders) headers.set(name, header);
  return header;
}

function readValue(header: Header, name: string, value: HeaderValue): string | string[] {
  if (header.key === 'set-cookie') return readTexts(name, value);
  if (typeof value !== 'string') return readTexts(name, value).join(', ');
  header.lastText = readText(name, value);
  return value;
}

function readTexts(name: string, value: HeaderValue): string[] {
  return (Array.isArray(value) ? value : [value]).map((each: unknown) => readText(name, each));
}

// What a value must not have (RFC 9110, section 5.5). Node's check takes several times as long, and says what is wrong.
const refusedText = /[^\t\u0020-\u007e\u0080-\u00ff]/;

// Node would send null as the text "null"; here it is refused, as undefined is.
function readText(name: string, value: unknown): string {
  if (typeof value === 'string' && !refusedText.test(value)) return value;
  validateHeaderValue(name, (value ?? undefined) as string);
  return String(value);
}
