import type { Converter } from '../metadata/converter';
import type { ParameterSegment, Pattern, Segment } from './pattern';
import { dotSegment, unfitValue } from './reverse-errors';
import type { UrlParams } from './urls';

/** The path that a pattern matches with these values, percent-encoded. */
export function writePath(pattern: Pattern, params: UrlParams): string {
  const path = `/${pattern.segments.map((segment) => writeSegment(pattern, segment, params)).join('/')}`;
  // Two slashes at the start would name another host.
  return path.startsWith('//') ? `/%2F${path.slice(2)}` : path;
}

function writeSegment(pattern: Pattern, segment: Segment, params: UrlParams): string {
  // Reserved characters stay: the router would not match them encoded.
  if (segment.kind === 'text') return encodeURI(segment.text);

  const value = params[segment.name];
  const text = writeValue(segment, value);
  if (text === undefined) throw unfitValue(pattern, segment, value);

  const parts = segment.kind === 'rest' ? text.split('/') : [text];
  if (parts.includes('.') || parts.includes('..')) throw dotSegment(pattern, segment, text);
  return parts.map(encodeURIComponent).join('/');
}

function writeValue({ name, converter }: ParameterSegment, value: unknown): string | undefined {
  try {
    const text = converter.format(value);
    if (text === '' && name !== '*') return undefined;
    return matchesBack(converter, text) ? text : undefined;
  } catch {
    return undefined;
  }
}

function matchesBack(converter: Converter, text: string): boolean {
  if (!converter.pattern.test(text)) return false;
  converter.parse(text);
  // Throws for half of a surrogate pair, which no URL can carry.
  encodeURIComponent(text);
  return true;
}
