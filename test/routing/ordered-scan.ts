import type { HttpMethod } from '../../src/metadata/http-method';
import type { RouterOptions } from '../../src/routing/router-options';

/** A route or a request, as a test writes it. */
export interface Declared {
  readonly method: HttpMethod;
  readonly pattern: string;
}

/** What answers: the first route, or where no method fits all routes of the path. */
export type ScanResult =
  | { readonly index: number; readonly params: Record<string, unknown> }
  | { readonly others: readonly number[]; readonly params: Record<string, unknown> }
  | null;

interface Asked {
  readonly method: HttpMethod;
  readonly url: string;
}

/** Tries all routes in order, with code of its own: the oracle of the property tests. */
export function scan(routes: readonly Declared[], { method, url }: Asked, options: RouterOptions): ScanResult {
  const path = normalise(url, options);
  const matching = routes.flatMap(({ method: own, pattern }, index) => {
    const params = match(options.ignoreTrailingSlash ? trim(pattern) : pattern, path, options);
    return params ? [{ index, method: own, params }] : [];
  });

  const first =
    matching.find((each) => each.method === method) ??
    (method === 'HEAD' ? matching.find((each) => each.method === 'GET') : undefined);
  if (first) return { index: first.index, params: first.params };
  return matching[0] ? { others: matching.map(({ index }) => index), params: matching[0].params } : null;
}

function normalise(url: string, options: RouterOptions): string {
  let path = url;
  if (options.useSemicolonDelimiter) path = path.split(';', 1)[0] ?? '';
  if (options.ignoreDuplicateSlashes) while (path.includes('//')) path = path.replace('//', '/');
  return options.ignoreTrailingSlash ? trim(path) : path;
}

function trim(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function match(pattern: string, path: string, options: RouterOptions): Record<string, unknown> | undefined {
  const wanted = pattern.split('/').slice(1);
  const given = path.split('/').slice(1);
  const isRest = /^(\*|<path:rest>)$/.test(wanted.at(-1) ?? '');
  if (isRest ? given.length < wanted.length : given.length !== wanted.length) return undefined;

  const values = wanted.map((segment, index) => {
    if (isRest && index === wanted.length - 1) return matchRest(segment, given.slice(index).join('/'));
    return matchSegment(segment, given[index] ?? '', options.caseSensitive !== false);
  });
  return values.includes(undefined) ? undefined : (Object.assign({}, ...values) as Record<string, unknown>);
}

function matchRest(segment: string, rest: string): Record<string, unknown> | undefined {
  if (segment === '*') return { '*': decodeURIComponent(rest) };
  return rest === '' ? undefined : { rest: decodeURIComponent(rest) };
}

function matchSegment(segment: string, value: string, caseSensitive: boolean): Record<string, unknown> | undefined {
  const [, kind = 'str', name] = /^(?:<(\w+):|:)(\w+)>?$/.exec(segment) ?? [];
  if (name === undefined) return isText(value, segment, caseSensitive) ? {} : undefined;
  const converted = convert(kind, decodeURIComponent(value));
  return converted === undefined ? undefined : { [name]: converted };
}

function convert(kind: string, value: string): unknown {
  if (value === '') return undefined;
  if (kind === 'int')
    return /^\d+$/.test(value) && Number(value) <= Number.MAX_SAFE_INTEGER ? Number(value) : undefined;
  if (kind === 'slug') return /^[\w-]+$/.test(value) ? value : undefined;
  if (kind === 'fussy') return /^a[a-z,@%/]*$/.test(value) ? { fussy: value } : undefined;
  return value;
}

// A reserved character of a text matches only as itself, any other character also percent-encoded.
function isText(value: string, text: string, caseSensitive: boolean): boolean {
  if (/%(2[346BCF]|3[ABDF]|40)/i.test(value)) return false;
  const decoded = decodeURIComponent(value);
  return caseSensitive ? decoded === text : decoded.toLowerCase() === text.toLowerCase();
}
