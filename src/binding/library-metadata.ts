import 'reflect-metadata';
import type * as ClassValidator from 'class-validator';
import { type AbstractClass, readLineage } from '../metadata/class';

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

/** The rules of a class and its ancestors. */
export function readRules(type: AbstractClass): readonly LibraryRule[] {
  return loadClassValidator()?.getMetadataStorage().getTargetValidationMetadatas(type, '', false, false) ?? [];
}

/** The fields of a class and its ancestors that class-transformer turns into instances of the class. */
export function readTransformerFields(type: AbstractClass): readonly TransformerField[] {
  const storage = loadTransformerStorage();
  const lineage = readLineage(type).reverse();
  const names = new Set([
    // The storage has no public way to list the fields that `@Type` and `@Transform` mark.
    ...lineage.flatMap((each) => [...(storage._typeMetadatas.get(each)?.keys() ?? [])]),
    ...lineage.flatMap((each) => [...(storage._transformMetadatas.get(each)?.keys() ?? [])]),
    ...storage.getExposedProperties(type, toClass),
  ]);

  return [...names].map((name) => readTransformerField(storage, type, name));
}

// class-transformer's own types name an enum that only its whole library holds.
interface TransformerStorage {
  readonly _typeMetadatas: Map<unknown, Map<string, unknown>>;
  readonly _transformMetadatas: Map<unknown, Map<string, unknown>>;
  getExposedProperties(type: unknown, direction: typeof toClass): string[];
  findTransformMetadatas(type: unknown, name: string, direction: typeof toClass): unknown[];
  findTypeMetadata(type: unknown, name: string): { readonly typeFunction?: () => unknown } | undefined;
  findExposeMetadata(type: unknown, name: string): { readonly options: { readonly name?: string } } | undefined;
}

const toClass = 0;

function loadTransformerStorage(): TransformerStorage {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- as above; the storage has no other address
  const { defaultMetadataStorage } = require('class-transformer/cjs/storage') as {
    defaultMetadataStorage: TransformerStorage;
  };
  return defaultMetadataStorage;
}

function readTransformerField(storage: TransformerStorage, type: AbstractClass, name: string): TransformerField {
  const exposure = storage.findExposeMetadata(type, name);
  const changes = [
    ...(storage.findTransformMetadatas(type, name, toClass).length > 0 ? ['@Transform'] : []),
    ...(exposure?.options.name === undefined ? [] : ['@Expose({ name })']),
  ];
  return { name, declared: storage.findTypeMetadata(type, name)?.typeFunction?.(), changes };
}
