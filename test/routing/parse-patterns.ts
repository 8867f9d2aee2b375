import type { Converter } from '../../src/metadata/converter';
import type { HttpMethod } from '../../src/metadata/http-method';
import { builtInConverters } from '../../src/routing/converters';
import { parsePattern } from '../../src/routing/parse-pattern';
import type { Pattern } from '../../src/routing/pattern';

/** A pattern that is right. */
export function parse(text: string, own: readonly Converter[] = []): Pattern {
  const converters = new Map([...builtInConverters, ...own.map((each) => [each.name, each] as const)]);
  const { pattern, problems } = parsePattern(text, converters, 'a test');
  if (!pattern) throw new Error(problems.map(({ problem }) => problem).join('\n'));
  return pattern;
}

/** A route of `GET /notes/:id`, whose place is that text. */
export function parseRoute(text: string, own: readonly Converter[] = []) {
  const [method, path] = text.split(' ', 2);
  return { method: method as HttpMethod, pattern: parse(path ?? '', own), place: text };
}
