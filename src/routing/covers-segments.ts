import { strConverter } from './converters';
import type { ParameterSegment, Segment } from './pattern';

/** Tells whether one pattern matches everything that another matches, judged segment by segment. */
export function coversSegments(wide: readonly Segment[], narrow: readonly Segment[]): boolean {
  if (wide.at(-1)?.kind !== 'rest' && wide.length !== narrow.length) return false;

  return wide.every((segment, index) => {
    const other = narrow[index];
    if (!other) return false;
    return segment.kind === 'rest' ? coversRest(segment, narrow.slice(index)) : coversSegment(segment, other);
  });
}

function coversRest({ name }: ParameterSegment, [first]: readonly Segment[]): boolean {
  if (name === '*') return true;
  return first?.kind === 'text' ? first.text !== '' : first?.name !== '*';
}

function coversSegment(wide: Segment, narrow: Segment): boolean {
  if (wide.kind === 'text') return narrow.kind === 'text' && narrow.text === wide.text;
  if (narrow.kind === 'text') return accepts(wide, narrow.text);
  if (narrow.kind === 'rest') return false;
  if (wide.converter === strConverter || wide.converter === narrow.converter) return true;

  return wide.converter.name === 'slug' && ['int', 'uuid'].includes(narrow.converter.name);
}

function accepts({ converter }: ParameterSegment, text: string): boolean {
  if (text === '' || !converter.pattern.test(text)) return false;
  try {
    converter.parse(text);
    return true;
  } catch {
    return false;
  }
}
