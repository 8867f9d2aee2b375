import type { Converter } from '../metadata/converter';

/** The path of a route, parsed. */
export interface Pattern {
  /** As it was written, prefixes included: `/notes/<int:id>`. */
  readonly text: string;
  /** What stands between the slashes; a trailing slash is an empty text at the end. */
  readonly segments: readonly Segment[];
}

/** What stands between two slashes of a pattern. */
export type Segment = TextSegment | ParameterSegment;

/** Decoded text that a path must have. */
export interface TextSegment {
  readonly kind: 'text';
  readonly text: string;
}

/** A value: of one segment, or of the rest of the path. */
export interface ParameterSegment {
  readonly kind: 'parameter' | 'rest';
  /** `*` for the wildcard. */
  readonly name: string;
  readonly converter: Converter;
}

/**
 * The patterns in a row, with exactly one slash between them.
 *
 * A trailing slash counts only at the end: `/notes/` is another URL than `/notes`. A part that is empty or `/` adds nothing.
 */
export function joinPatterns(...parts: readonly string[]): string {
  let joined = '';
  for (const part of parts) {
    if (part === '' || part === '/') continue;
    const prefix = joined.endsWith('/') ? joined.slice(0, -1) : joined;
    joined = part.startsWith('/') ? prefix + part : `${prefix}/${part}`;
  }

  return joined === '' ? '/' : joined;
}

/** The parameters of a pattern, in order. */
export function readParameters({ segments }: Pattern): ParameterSegment[] {
  return segments.filter((segment) => segment.kind !== 'text');
}
