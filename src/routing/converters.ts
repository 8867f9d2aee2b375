import type { Converter } from '../metadata/converter';

/** How a converter is declared. */
export interface ConverterOptions<T> {
  /** What a whole value must match; it need not be anchored. Text is the source of a regular expression. */
  readonly pattern: RegExp | string;
  /** Turns the decoded text into a value; throwing means that the route does not match. */
  readonly parse: (text: string) => T;
  /** Turns a value into text that `pattern` matches, for reversing. */
  readonly format: (value: NoInfer<T>) => string;
}

/** A converter, and the pattern as it was written. */
export interface DeclaredConverter<T = unknown> extends Converter<T> {
  readonly declared: RegExp | string;
}

/**
 * Makes a kind of path parameter, to be listed in a module's `converters`.
 *
 * @example
 * ```ts
 * const year = converter('year', { pattern: /[12]\d{3}/, parse: Number, format: String });
 *
 * @Module({ converters: [year], routes: [path('/archive/<year:year>', ArchiveView)] })
 * class ArchiveModule {}
 * ```
 */
export function converter<T>(name: string, { pattern, parse, format }: ConverterOptions<T>): DeclaredConverter<T> {
  return { name, pattern: compileWhole(pattern) ?? nothing, parse, format, declared: pattern };
}

/** The regular expression that matches whole values, or `undefined` when the pattern is none. */
export function compileWhole(pattern: RegExp | string): RegExp | undefined {
  const { source, flags } = typeof pattern === 'string' ? { source: pattern, flags: '' } : pattern;
  try {
    // By itself first: `a)(b` would become an expression by what is put around it.
    new RegExp(source, flags);
    return new RegExp(`^(?:${source})$`, flags);
  } catch {
    return undefined;
  }
}

const nothing = /(?!)/;

/** One segment, whatever it is: what `:name` means. */
export const strConverter: Converter = { name: 'str', pattern: /^[^]+$/, parse: readText, format: writeScalar };

/** The rest of the path, slashes included. */
export const pathConverter: Converter = { name: 'path', pattern: /^[^]+$/, parse: readText, format: writeScalar };

/** The rest of the path, which may be empty: what `*` means. */
export const wildcardConverter: Converter = { name: '*', pattern: /^[^]*$/, parse: readText, format: writeScalar };

/** The converters that every pattern can use, by name. */
export const builtInConverters: ReadonlyMap<string, Converter> = new Map(
  [
    { name: 'int', pattern: /^[0-9]+$/, parse: readInteger, format: writeScalar },
    strConverter,
    { name: 'slug', pattern: /^[-a-zA-Z0-9_]+$/, parse: readText, format: writeScalar },
    {
      name: 'uuid',
      pattern: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
      parse: (text: string) => text.toLowerCase(),
      format: writeScalar,
    },
    pathConverter,
  ].map((each) => [each.name, each]),
);

function readText(text: string): string {
  return text;
}

function readInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is not a safe integer.`);
  return value;
}

function writeScalar(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  throw new TypeError('Only text, numbers and booleans can be written in a URL.');
}
