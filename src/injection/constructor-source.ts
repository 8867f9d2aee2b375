import type { AbstractClass } from '../metadata/class';

/** A parameter as the source of its class declares it. */
export interface SourceParameter {
  /** `undefined` where it is taken apart: `{ a, b }`. */
  readonly name: string | undefined;
  readonly hasDefault: boolean;
}

/**
 * The parameters of a class's own constructor, from its source. `undefined` where it has no constructor of its own, or
 * one that compilers have added for its fields, or one that cannot be read.
 */
export function readSourceParameters(type: AbstractClass): readonly SourceParameter[] | undefined {
  if (!known.has(type)) known.set(type, parseParameters(type));
  return known.get(type);
}

const known = new WeakMap<AbstractClass, readonly SourceParameter[] | undefined>();

function parseParameters(type: AbstractClass): readonly SourceParameter[] | undefined {
  const source = Function.prototype.toString.call(type).replace(literal, (text) => ' '.repeat(text.length));
  const start = source.startsWith('class') ? findConstructor(source) : source.indexOf('(') + 1;
  if (start === undefined) return undefined;

  const parameters = splitParameters(source, start).map(toParameter);
  if (isAdded(parameters, source)) return undefined;
  // The engine counts those before the first default: whatever has misled the search shows here.
  const counted = parameters.findIndex(({ isCounted }) => !isCounted);
  return (counted === -1 ? parameters.length : counted) === type.length ? parameters : undefined;
}

// It hands on whatever it is given.
function isAdded(parameters: readonly SourceParameter[], source: string): boolean {
  const given = parameters.length === 0 ? 'arguments' : parameters[0]?.name;
  return parameters.length < 2 && source.replaceAll(/\s/g, '').includes(`super(...${given})`);
}

// Comments, texts, and regular expressions where no division can stand.
const literal =
  /\/\/.*|\/\*[^]*?\*\/|'(?:\\[^]|[^'\\])*'|"(?:\\[^]|[^"\\])*"|`(?:\\[^]|[^`\\])*`|(?<=[(,=:[!&|?{};+*%~^<>-]\s*|\breturn\s+)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\//g;

// Where the parameters begin.
function findConstructor(source: string): number | undefined {
  let depth = 0;
  for (const { 0: found, index } of source.matchAll(/[{([\])}]|(?<![\w$.#])constructor\s*\(/g)) {
    if (depth === 1 && found.startsWith('constructor')) return index + found.length;
    depth += '{(['.includes(found.at(-1) as string) ? 1 : -1;
  }
  return undefined;
}

function splitParameters(source: string, start: number): string[] {
  const commas: number[] = [];
  let depth = 0;
  let end = start;
  for (; end < source.length && depth >= 0; end++) {
    const letter = source.charAt(end);
    if ('{(['.includes(letter)) depth++;
    if ('})]'.includes(letter)) depth--;
    if (letter === ',' && depth === 0) commas.push(end);
  }
  const edges = [start - 1, ...commas, end - 1];
  const parts = edges.slice(1).map((edge, index) => source.slice((edges[index] as number) + 1, edge).trim());
  // A trailing comma, or no parameter at all.
  return parts.at(-1) === '' ? parts.slice(0, -1) : parts;
}

function toParameter(text: string): SourceParameter & { readonly isCounted: boolean } {
  const name = /^(?:\.\.\.)?\s*([\p{ID_Start}$_][\p{ID_Continue}$]*)/u.exec(text)?.[1];
  const hasDefault = name === undefined ? /[}\]]\s*=[^>]*$/.test(text) : text.includes('=');
  return { name, hasDefault, isCounted: !hasDefault && !text.startsWith('...') };
}
