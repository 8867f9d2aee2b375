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
  readonly #values = new Map<string, string | string[]>();

  /** The value; several are joined with `, `. The values of `set-cookie` one by one: `getSetCookie`. */
  get(name: string): string | undefined {
    const value = this.#values.get(name.toLowerCase());
    return typeof value === 'object' ? value.join(', ') : value;
  }

  /** The values of `set-cookie`: the one header whose values cannot be joined (RFC 6265, section 3). */
  getSetCookie(): readonly string[] {
    const value = this.#values.get('set-cookie');
    return typeof value === 'object' ? value : [];
  }

  /** Tells whether the header is set. */
  has(name: string): boolean {
    return this.#values.has(name.toLowerCase());
  }

  /** Tells whether one of some lowercase names is set. @internal */
  hasAny(names: ReadonlySet<string>): boolean {
    for (const name of this.#values.keys()) if (names.has(name)) return true;
    return false;
  }

  /** Sets the header in place of what it was. */
  set(name: string, value: HeaderValue): void {
    const key = toKey(name);
    if (typeof value === 'string' && key !== 'set-cookie') {
      this.#values.set(key, readText(name, value));
      return;
    }
    const texts = readTexts(name, value);
    this.#values.set(key, key === 'set-cookie' ? texts : texts.join(', '));
  }

  /** Adds a value after those the header has. */
  append(name: string, value: HeaderValue): void {
    const key = toKey(name);
    const texts = readTexts(name, value);
    const present = this.#values.get(key);
    if (key === 'set-cookie') this.#values.set(key, [...this.getSetCookie(), ...texts]);
    else this.#values.set(key, present === undefined ? texts.join(', ') : [present, ...texts].join(', '));
  }

  /** Removes the header; tells whether it was set. */
  delete(name: string): boolean {
    return this.#values.delete(name.toLowerCase());
  }

  /** Calls back for each header, in the order in which they were first set. `set-cookie` is a list. */
  forEach(call: (value: string | string[], name: string) => void): void {
    this.#values.forEach(call);
  }

  /** The headers with lowercase names, in the order in which they were first set. `set-cookie` is a list. */
  [Symbol.iterator](): IterableIterator<[name: string, value: string | string[]]> {
    return this.#values.entries();
  }
}

// An application sets few names, and those over and over. What would grow beyond them is not remembered.
const keys = new Map<string, string>();
const mostKeys = 200;

function toKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;

  validateHeaderName(name);
  const key = name.toLowerCase();
  if (keys.size < mostKeys) keys.set(name, key);
  return key;
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
