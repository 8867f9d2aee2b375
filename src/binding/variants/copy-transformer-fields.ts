import { type AbstractClass, type Class, readLineage } from '../../metadata/class';
import { loadTransformerStorage, readNames } from '../library-metadata';

/** The fields that carry a decorator of class-transformer, those of ancestors first. */
export function readMarkedFields(type: Class): string[] {
  const storage = loadTransformerStorage();
  const lineage = readLineage(type).reverse();
  const marked = mapNames.flatMap((map) => lineage.flatMap((each) => readNames(storage[map].get(each))));
  return [...new Set(marked)];
}

/** Gives a class what `@Type`, `@Expose`, `@Exclude` and `@Transform` say about the fields of another, and about it. */
export function copyTransformerFields(source: Class, variant: Class, fields: readonly string[]): void {
  const storage = loadTransformerStorage();
  const lineage = readLineage(source);
  for (const map of mapNames) {
    const records = storage[map];
    const copy = map === '_transformMetadatas' ? copyTransforms : copyNearest;
    const copies = fields.flatMap((field) => copy(records, lineage, { field, target: variant }));
    // A decorator of the class itself is kept under undefined.
    const ofClass = records.get(source)?.get(undefined);
    if (ofClass) copies.push([undefined, { ...ofClass, target: variant }]);
    if (copies.length > 0) records.set(variant, new Map(copies));
  }
}

const mapNames = ['_exposeMetadatas', '_typeMetadatas', '_transformMetadatas', '_excludeMetadatas'] as const;

type Records = ReadonlyMap<unknown, ReadonlyMap<string | undefined, unknown>>;
type Copies = [field: string | undefined, recorded: unknown][];

interface CopiedField {
  readonly field: string;
  readonly target: Class;
}

function copyNearest(records: Records, lineage: readonly AbstractClass[], { field, target }: CopiedField): Copies {
  const nearest = lineage.map((each) => records.get(each)?.get(field)).find((record) => record !== undefined);
  return nearest === undefined ? [] : [[field, { ...nearest, target }]];
}

// There are several to a field. The library applies those of ancestors first, and the list of each class from its end.
function copyTransforms(records: Records, lineage: readonly AbstractClass[], { field, target }: CopiedField): Copies {
  const [own = [], ...inherited] = lineage.map((each) => (records.get(each)?.get(field) ?? []) as readonly object[]);
  const all = [...own, ...inherited.flat()].map((record) => ({ ...record, target }));
  return all.length > 0 ? [[field, all]] : [];
}
