import type { ParameterSegment, Pattern } from '../routing/pattern';
import type { Schema } from './schema';

/** A path as a document writes it, and the parameters in it. */
export interface PathTemplate {
  /** `/notes/{id}`. */
  readonly text: string;
  /** The same for all paths that differ in nothing but the names of parameters. */
  readonly shape: string;
  readonly parameters: readonly PathParameter[];
}

/** A parameter of a path. */
export interface PathParameter {
  /** The name in the document. */
  readonly name: string;
  readonly segment: ParameterSegment;
}

/** Writes a pattern as a path of a document: `/notes/<int:id>` is `/notes/{id}`. */
export function toPathTemplate({ segments }: Pattern): PathTemplate {
  const parts = segments.map((segment) => {
    if (segment.kind === 'text') return { text: encodeURI(segment.text), shape: segment.text };
    return { text: `{${toName(segment)}}`, shape: '{}', parameter: { name: toName(segment), segment } };
  });
  return {
    text: `/${parts.map(({ text }) => text).join('/')}`,
    shape: `/${parts.map(({ shape }) => shape).join('/')}`,
    parameters: parts.flatMap(({ parameter }) => parameter ?? []),
  };
}

// A document knows no wildcard.
function toName({ name }: ParameterSegment): string {
  return name === '*' ? 'rest' : name;
}

/** What a converter takes; `undefined` where it takes all text, so that the view's own type tells more. */
export function readConverterSchema({ converter, kind }: ParameterSegment): Schema | undefined {
  const { name, pattern } = converter;
  if (name === 'str') return undefined;
  if (name === 'int') return { type: 'integer', minimum: 0 };
  if (name === 'uuid') return { type: 'string', format: 'uuid' };
  if (kind === 'rest') return { type: 'string', description: 'The rest of the path, slashes included.' };
  // A pattern of JSON Schema has no flags.
  return /^[dguy]*$/.test(pattern.flags) ? { type: 'string', pattern: pattern.source } : { type: 'string' };
}
