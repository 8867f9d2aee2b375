import { type AbstractClass, readLineage } from './class';
import { ClassMetadata } from './class-metadata';

/** The part of a request that an argument is read from; `own` is what a decorator of `createParameter` reads. */
export type ParameterSource =
  'param' | 'query' | 'header' | 'cookie' | 'body' | 'rawBody' | 'request' | 'signal' | 'file' | 'files' | 'own';

/** The decorators, for messages. One of `createParameter` has no name that is known. */
export const decoratorNames: Readonly<Record<ParameterSource, string>> = {
  param: 'Param',
  query: 'Query',
  header: 'Header',
  cookie: 'Cookie',
  body: 'Body',
  rawBody: 'RawBody',
  request: 'Req',
  signal: 'Signal',
  file: 'File',
  files: 'Files',
  own: 'createParameter',
};

/** What becomes of keys that no rule of their class names. */
export type UnknownProperties = 'reject' | 'strip' | 'allow';

/** What `@Body` can be told. */
export interface BodyOptions {
  /** What becomes of keys that no rule names; the application's `validation.unknownProperties` unless told. */
  readonly unknownProperties?: UnknownProperties;
  /** The groups of rules that count; those without a group always do. */
  readonly groups?: readonly string[];
}

/** What `@File` recorded of the files of a field. */
export interface FileOptions {
  /** In bytes. */
  readonly maxSize?: number;
  readonly maxCount?: number;
  readonly types?: readonly string[];
  readonly stream?: boolean;
  readonly optional?: boolean;
}

/** What `@Param` and its siblings recorded on one parameter of a view's method. */
export interface ParameterMetadata {
  readonly action: string;
  readonly index: number;
  readonly source: ParameterSource;
  /** `undefined` takes the whole source, such as the whole query. */
  readonly name?: string | undefined;
  /** The type that was given; `undefined` leaves it to the emitted one. */
  readonly type?: unknown;
  /** Of `@Body`. */
  readonly body?: BodyOptions;
  /** Of `@File` and `@Files`. */
  readonly file?: FileOptions;
  /** Of a decorator of `createParameter`: reads the argument. */
  readonly read?: (request: never) => unknown;
}

/** One decorated parameter, with the class that declares its method. */
export interface DeclaredParameter extends ParameterMetadata {
  readonly declaredBy: AbstractClass;
}

export const parameterMetadata = new ClassMetadata<ParameterMetadata>();

/** The decorated parameters of one action: those of the nearest class that decorates any. In order. */
export function readParameterMetadata(view: AbstractClass, action: string): DeclaredParameter[] {
  for (const declaredBy of readLineage(view)) {
    const parameters = parameterMetadata.own(declaredBy).filter((each) => each.action === action);
    if (parameters.length > 0) {
      return parameters.map((each) => ({ ...each, declaredBy })).sort((left, right) => left.index - right.index);
    }
    // A method without decorated parameters of its own is called with none.
    if (Object.hasOwn(declaredBy.prototype as object, action)) return [];
  }
  return [];
}

/** Tells whether a method reads the body of its request. */
export function readsBody(parameters: readonly ParameterMetadata[]): boolean {
  return parameters.some(({ source }) => bodySources.has(source));
}

/** Tells whether a method takes files, so that its body is a form. */
export function takesFiles(parameters: readonly ParameterMetadata[]): boolean {
  return parameters.some(({ file }) => file !== undefined);
}

/** How a method uses the bytes of the body: beside the parsed one, alone, or not at all. */
export function readRawUse(parameters: readonly ParameterMetadata[]): 'beside' | 'alone' | undefined {
  if (!parameters.some(({ source }) => source === 'rawBody')) return undefined;
  return parameters.some(({ source }) => source === 'body') ? 'beside' : 'alone';
}

const bodySources: ReadonlySet<ParameterSource> = new Set(['body', 'rawBody', 'file', 'files']);
