import type { Problem } from '../errors/configuration-error';
import {
  encodedText,
  endOfPath,
  inlineExpression,
  mixedSegment,
  optionalParameter,
  type PatternPlace,
  shortParameter,
  unknownConverter,
} from '../errors/pattern-problems';
import type { Converter } from '../metadata/converter';
import { pathConverter, strConverter, wildcardConverter } from './converters';
import type { Segment } from './pattern';

/** A segment of a pattern, or what is wrong with it. */
export interface ParsedSegment {
  readonly segment?: Segment;
  readonly problem?: Problem;
}

/** Reads what stands between two slashes of the pattern `at`. */
export function parseSegment(
  written: string,
  converters: ReadonlyMap<string, Converter>,
  at: PatternPlace,
): ParsedSegment {
  if (written === '*') return { segment: { kind: 'rest', name: '*', converter: wildcardConverter } };

  const short = /^:([^:<>*?()./-]+)$/.exec(written);
  if (short?.[1] !== undefined) return { segment: { kind: 'parameter', name: short[1], converter: strConverter } };

  const long = /^<([^<>:]+):([^<>:]+)>$/.exec(written);
  if (long?.[1] !== undefined && long[2] !== undefined) return parseConverted(long[1], long[2], converters, at);

  const problem = readTextProblem(written, at);
  return problem ? { problem } : { segment: { kind: 'text', text: written } };
}

function parseConverted(
  converterName: string,
  name: string,
  converters: ReadonlyMap<string, Converter>,
  at: PatternPlace,
): ParsedSegment {
  const converter = converters.get(converterName);
  if (!converter) return { problem: unknownConverter(at, converterName, [...converters.keys()]) };

  return { segment: { kind: converter === pathConverter ? 'rest' : 'parameter', name, converter } };
}

function readTextProblem(written: string, at: PatternPlace): Problem | undefined {
  const name = /^<([^<>:]+)>$/.exec(written)?.[1];
  if (name !== undefined) return shortParameter(at, name);
  if (/^:\w+\?$/.test(written)) return optionalParameter(at, written);
  if (/:\w+\(/.test(written)) return inlineExpression(at, written);
  if (/[:<>*]/.test(written)) return mixedSegment(at, written);

  const end = /[?#]/.exec(written)?.[0];
  if (end !== undefined) return endOfPath(at, end);
  return /%[0-9a-f]{2}/i.test(written) ? encodedText(at, written) : undefined;
}
