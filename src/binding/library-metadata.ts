import 'reflect-metadata';
import type {
  ExcludeOptions,
  ExposeOptions,
  TransformFnParams,
  TransformOptions,
  TypeOptions,
} from 'class-transformer';
import type * as ClassValidator from 'class-validator';
import { type AbstractClass, readLineage } from '../metadata/class';
import { recordDeferredRules } from './deferred-rules';

/** What class-validator has recorded for one decorator on a field. */
export type LibraryRule = ReturnType<ClassValidator.MetadataStorage['getTargetValidationMetadatas']>[number];

/** What class-transformer has recorded about a field. */
export interface TransformerField {
  readonly name: string;
  /** What `@Type` returns. */
  readonly declared: unknown;
  /** The decorators that change a name or a value: `@Transform`, `@Expose({ name })`. */
  readonly changes: readonly string[];
}

/**
 * class-validator, or `undefined` when no class of this process has a rule.
 *
 * It takes 0.1 s to load, which an application without rules should not pay.
 */
export function loadClassValidator(): typeof ClassValidator | undefined {
  if (!('classValidatorMetadataStorage' in globalThis)) return undefined;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import() here would be out of reach for Jest
  return require('class-validator') as typeof ClassValidator;
}

/** The rules of a class and its ancestors, in the library's order: all of them, or those that count for the groups. */
export function readRules(type: AbstractClass, groups: readonly string[] = []): readonly LibraryRule[] {
  recordDeferredRules(type);
  const storage = loadClassValidator()?.getMetadataStorage();
  return storage?.getTargetValidationMetadatas(type, '', false, false, [...groups]) ?? [];
}

/** The fields of a class and its ancestors that class-transformer turns into instances of the class. */
export function readTransformerFields(type: AbstractClass): readonly TransformerField[] {
  const storage = loadTransformerStorage();
  const lineage = readLineage(type).reverse();
  const names = new Set([
    ...lineage.flatMap((each) => readNames(storage._typeMetadatas.get(each))),
    ...lineage.flatMap((each) => readNames(storage._transformMetadatas.get(each))),
    ...storage.getExposedProperties(type, toClass),
  ]);

  return [...names].map((name) => readTransformerField(storage, type, name));
}

/** What class-transformer's `@Type` recorded. */
export interface TypeMetadata {
  readonly typeFunction: ((options?: unknown) => unknown) | undefined;
  readonly reflectedType: unknown;
  readonly options: TypeOptions;
}

/** What class-transformer's `@Transform` recorded. */
export interface Transformation {
  readonly transformFn: (parameters: TransformFnParams) => unknown;
  readonly options?: TransformOptions;
}

/** What class-transformer's `@Expose` or `@Exclude` recorded. */
export interface Exposure<Options> {
  readonly options?: Options;
}

// class-transformer's own types name an enum that only its whole library holds.
interface TransformerStorage {
  // The storage has no public way to list the fields that a decorator marks. The key of the class itself is undefined.
  readonly _typeMetadatas: Map<unknown, Map<string | undefined, unknown>>;
  readonly _transformMetadatas: Map<unknown, Map<string | undefined, unknown>>;
  readonly _exposeMetadatas: Map<unknown, Map<string | undefined, unknown>>;
  readonly _excludeMetadatas: Map<unknown, Map<string | undefined, unknown>>;
  getStrategy(type: unknown): 'none' | 'exposeAll' | 'excludeAll';
  getExposedProperties(type: unknown, direction: typeof toClass): string[];
  findTransformMetadatas(type: unknown, name: string, direction: Direction): Transformation[];
  findTypeMetadata(type: unknown, name: string): TypeMetadata | undefined;
  findExposeMetadata(type: unknown, name: string): Exposure<ExposeOptions> | undefined;
  findExcludeMetadata(type: unknown, name: string): Exposure<ExcludeOptions> | undefined;
}

type Direction = typeof toClass | typeof toPlain;

/** Of class-transformer: from JSON to instances. */
export const toClass = 0;
/** Of class-transformer: from instances to JSON. */
export const toPlain = 1;

/** What class-transformer has recorded in this process. */
export function loadTransformerStorage(): TransformerStorage {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- as above; the storage has no other address
  const { defaultMetadataStorage } = require('class-transformer/cjs/storage') as {
    defaultMetadataStorage: TransformerStorage;
  };
  return defaultMetadataStorage;
}

/** The fields that one of class-transformer's maps has for a class: its own, in order of declaration. */
export function readNames(metadata: ReadonlyMap<string | undefined, unknown> | undefined): string[] {
  return [...(metadata?.keys() ?? [])].filter((name) => name !== undefined);
}

function readTransformerField(storage: TransformerStorage, type: AbstractClass, name: string): TransformerField {
  const exposure = storage.findExposeMetadata(type, name);
  const changes = [
    ...(storage.findTransformMetadatas(type, name, toClass).length > 0 ? ['@Transform'] : []),
    ...(exposure?.options?.name === undefined ? [] : ['@Expose({ name })']),
  ];
  return { name, declared: storage.findTypeMetadata(type, name)?.typeFunction?.(), changes };
}
