import type { Pattern, Segment } from './pattern';
import type { RouterOptions } from './router-options';

/**
 * Splits the raw path of a request as Fastify's router does, so that both see the same segments.
 *
 * They are decoded but for reserved characters: `%61` is `a`, while `%2F` and `%2C` stay, and `%25` stands for a percent.
 */
export function readPathSegments(path: string, options: RouterOptions): string[] {
  const end = path.search(options.useSemicolonDelimiter ? /[?#;]/ : /[?#]/);
  let decoded = decodeText(end === -1 ? path : path.slice(0, end));
  if (options.ignoreDuplicateSlashes) decoded = decoded.replace(/\/{2,}/g, '/');
  if (options.ignoreTrailingSlash && decoded.length > 1 && decoded.endsWith('/')) decoded = decoded.slice(0, -1);

  return decoded.slice(1).split('/');
}

/** The rest of the decoding, for values: what was reserved is a character like any other. */
export function decodeReserved(text: string): string {
  return text.includes('%') ? decodeURIComponent(text) : text;
}

/** The text that `readPathSegments` gives for a path that has the text of a pattern. */
export function toPathText(text: string): string {
  return text.replaceAll('%', '%25');
}

/** The segments of a pattern as the router sees them: in lower case and without the trailing slash if these do not count. */
export function readRouterSegments({ segments }: Pattern, options: RouterOptions): Segment[] {
  const last = segments.at(-1);
  const hasSlash = segments.length > 1 && last?.kind === 'text' && last.text === '';
  const kept = options.ignoreTrailingSlash && hasSlash ? segments.slice(0, -1) : [...segments];
  if (options.caseSensitive !== false) return kept;

  return kept.map((segment) =>
    segment.kind === 'text' ? { kind: 'text', text: segment.text.toLowerCase() } : segment,
  );
}

function decodeText(text: string): string {
  return text.includes('%') ? decodeURI(text.replaceAll('%25', '%2525')) : text;
}
