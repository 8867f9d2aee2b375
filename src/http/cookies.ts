import { parseSetCookie, type SerializeOptions, stringifySetCookie } from 'cookie';

/** How long a cookie lives, and where it is sent (RFC 6265, section 5.2). */
export interface CookieOptions {
  /** Seconds until it expires; it wins over `expires`. Without both it ends with the browser's session. */
  readonly maxAge?: number;
  readonly expires?: Date;
  /** The domain and its subdomains get it; without it, only the host that set it. */
  readonly domain?: string;
  /** The paths it is sent to: this one and those below. `/` unless told. */
  readonly path?: string;
  /** Keeps scripts from reading it. `true` unless told. */
  readonly httpOnly?: boolean;
  /** Sends it over HTTPS only. */
  readonly secure?: boolean;
  /** Whether it goes along with requests that other sites start. `lax` unless told; `none` needs `secure`. */
  readonly sameSite?: 'strict' | 'lax' | 'none';
  /** Keeps one cookie for each top-level site that embeds yours. Needs `secure`. */
  readonly partitioned?: boolean;
  readonly priority?: 'low' | 'medium' | 'high';
}

/** Where a cookie to delete was set: browsers only delete it if path and domain are those it was set with. */
export type DeleteCookieOptions = Omit<CookieOptions, 'maxAge' | 'expires'>;

const safeOptions: SerializeOptions = { path: '/', httpOnly: true, sameSite: 'lax' };

/** The value of the `set-cookie` header that sets a cookie. The cookie's value is percent-encoded. */
export function toSetCookie(name: string, value: string, options?: CookieOptions): string {
  return stringifySetCookie(name, value, { ...safeOptions, ...options });
}

/** The value of the `set-cookie` header that deletes a cookie. */
export function toExpiredCookie(name: string, options?: DeleteCookieOptions): string {
  return toSetCookie(name, '', { ...options, maxAge: 0, expires: new Date(0) });
}

/** A cookie as a client receives it: its value is as it was sent, not decoded. */
export interface ReceivedCookie extends Pick<CookieOptions, 'maxAge' | 'expires' | 'path' | 'secure'> {
  readonly name: string;
  readonly value: string;
}

/** Reads the value of a `set-cookie` header, as a client does. */
export function readSetCookie(header: string): ReceivedCookie {
  const { name, value = '', ...options } = parseSetCookie(header, { decode: (text) => text });
  return { name, value, ...options };
}
