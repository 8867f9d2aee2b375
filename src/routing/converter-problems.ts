import { safeRegex } from 'safe-regex2';

import type { Problem } from '../errors/configuration-error';
import {
  duplicateConverter,
  invalidConverterFlags,
  invalidConverterName,
  invalidConverterPattern,
  unsafeConverterPattern,
} from '../errors/converter-problems';
import type { Converter } from '../metadata/converter';
import { builtInConverters, compileWhole, type DeclaredConverter } from './converters';

/** What is wrong with the converters that a module lists; `place` is the module's name. */
export function readConverterProblems(converters: readonly Converter[], place: string): Problem[] {
  const names = new Set<string>();

  return converters.flatMap((converter) => {
    const problems = [...readNameProblems(converter.name, names, place), ...readPatternProblems(converter, place)];
    names.add(converter.name);
    return problems;
  });
}

function readNameProblems(name: string, taken: ReadonlySet<string>, place: string): Problem[] {
  if (builtInConverters.has(name)) return [duplicateConverter(name, place, 'a built-in one')];
  if (taken.has(name)) return [duplicateConverter(name, place, 'another one')];
  return /^[A-Za-z_]\w*$/.test(name) ? [] : [invalidConverterName(name, place)];
}

function readPatternProblems(converter: Converter, place: string): Problem[] {
  const { name } = converter;
  const declared = readDeclaredPattern(converter);
  const source = typeof declared === 'string' ? declared : declared.source;

  if (!compileWhole(declared)) return [invalidConverterPattern(name, place, source)];
  const flags = typeof declared === 'string' ? '' : declared.flags;
  // With `m` the anchors would match at each line break in the value.
  const refused = ['g', 'y', 'm'].filter((flag) => flags.includes(flag));
  const problems = refused.map((flag) => invalidConverterFlags(name, place, flag));
  return safeRegex(source) ? problems : [...problems, unsafeConverterPattern(name, place, source)];
}

function readDeclaredPattern(converter: Converter | DeclaredConverter): RegExp | string {
  return 'declared' in converter ? converter.declared : converter.pattern;
}
