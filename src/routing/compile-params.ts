import type { Converter } from '../metadata/converter';
import { pathConverter, strConverter, wildcardConverter } from './converters';
import { type Pattern, readParameters } from './pattern';
import { readRouterName } from './shape';

/** The converted values of a path's parameters, by the names of the pattern. */
export type PathParams = Readonly<Record<string, unknown>>;

/** The texts that the router found, by position: `p0`, `p1`, `*`. */
export type RouterParams = Readonly<Record<string, string | undefined>>;

/** Converts what the router found. `undefined` means that the route does not match. */
export type ReadParams = (texts: RouterParams) => PathParams | undefined;

/** The parameters of every pattern without any. */
export const noParams: PathParams = Object.freeze({});

const noMatch = Symbol('no match');

/** Decides at boot how each parameter is converted, so that a request only converts. */
export function compileParams(pattern: Pattern): ReadParams {
  const parameters = readParameters(pattern).map((segment, position) => ({
    name: segment.name,
    routerName: readRouterName(segment, position),
    convert: compileConverter(segment.converter),
  }));
  if (parameters.length === 0) return () => noParams;

  return (texts) => {
    const params: Record<string, unknown> = {};
    for (const { name, routerName, convert } of parameters) {
      const value = convert(texts[routerName] ?? '');
      if (value === noMatch) return undefined;
      params[name] = value;
    }
    return params;
  };
}

function compileConverter(converter: Converter): (text: string) => unknown {
  if (converter === wildcardConverter) return (text) => text;
  if (converter === strConverter || converter === pathConverter) return (text) => (text === '' ? noMatch : text);

  return (text) => {
    if (text === '' || !converter.pattern.test(text)) return noMatch;
    try {
      return converter.parse(text);
    } catch {
      return noMatch;
    }
  };
}
