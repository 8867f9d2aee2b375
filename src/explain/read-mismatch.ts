import { compileParams } from '../routing/compile-params';
import { decodeReserved, readPathSegments, readRouterSegments, toPathText } from '../routing/path-segments';
import type { ParameterSegment, Pattern, Segment } from '../routing/pattern';
import type { RouterOptions } from '../routing/router-options';
import { readRouterName } from '../routing/shape';

/** Why a pattern does not match a raw path; `undefined` where it does. */
export function readMismatch(pattern: Pattern, path: string, options: RouterOptions): string | undefined {
  const segments = readRouterSegments(pattern, options);
  const given = readPathSegments(path, options);
  const written = pattern.text.slice(1).split('/');
  for (const [index, segment] of segments.entries()) {
    const mismatch = readSegmentMismatch(segment, { given, index, written: written[index] ?? '' }, options);
    if (mismatch !== undefined) return mismatch;
  }
  if (given.length <= segments.length || segments.at(-1)?.kind === 'rest') return undefined;
  return `the path goes on with "/${given.slice(segments.length).join('/')}"`;
}

interface SegmentPlace {
  readonly given: readonly string[];
  readonly index: number;
  /** The segment of the pattern as it was written. */
  readonly written: string;
}

function readSegmentMismatch(
  segment: Segment,
  { given, index, written }: SegmentPlace,
  options: RouterOptions,
): string | undefined {
  const raw = segment.kind === 'rest' ? given.slice(index).join('/') : given[index];
  if (raw === undefined || index >= given.length) return `the path ends before "${written}"`;

  const text = decodeReserved(raw);
  if (segment.kind === 'text') {
    const compared = options.caseSensitive === false ? raw.toLowerCase() : raw;
    return compared === toPathText(segment.text) ? undefined : `"${text}" is not "${written}"`;
  }
  return readValueMismatch(segment, text, { written, maxLength: options.maxParamLength ?? Infinity });
}

function readValueMismatch(
  segment: ParameterSegment,
  text: string,
  { written, maxLength }: { readonly written: string; readonly maxLength: number },
): string | undefined {
  const isRest = segment.kind === 'rest';
  if (!isRest && text === '') return `nothing stands where "${written}" is due`;
  if (!isRest && text.length > maxLength) return `the value of "${written}" is too long`;
  const read = compileParams({ text: '', segments: [segment] });
  return read({ [readRouterName(segment, 0)]: text }) ? undefined : `"${text}" does not fit "${written}"`;
}
