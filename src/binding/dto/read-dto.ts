import type { ExcludeOptions, ExposeOptions, TypeOptions } from 'class-transformer';
import { type AbstractClass, readLineage } from '../../metadata/class';
import {
  type LibraryRule,
  loadTransformerStorage,
  readNames,
  readRules,
  toClass,
  toPlain,
  type Transformation,
} from '../library-metadata';
import { readTextType } from '../text-type';

/** What is known about one field of a DTO. */
export interface DtoField {
  readonly name: string;
  /** The rules, conditions included, of all groups, in the library's order. */
  readonly rules: readonly LibraryRule[];
  /** The class that `@Type` names. */
  readonly declared: unknown;
  /** Chooses the class of a value, where `@Type` does so by the value. */
  readonly chooseType: ((options: unknown) => unknown) | undefined;
  /** The options of `@Type`, such as the discriminator. */
  readonly typeOptions: TypeOptions | undefined;
  /** What the compiler emitted. */
  readonly emitted: unknown;
  /** The type of the field, or of its items, best known: by `@Type`, the compiler, the rules. */
  readonly type: unknown;
  readonly isList: boolean;
  /** `@ValidateNested()`. */
  readonly isNested: boolean;
  /** The options of `@Expose`, which are empty when none were given. */
  readonly expose: ExposeOptions | undefined;
  /** The options of `@Exclude`, which are empty when none were given. */
  readonly exclude: ExcludeOptions | undefined;
  /** What `@Transform` recorded for the way in, and for the way out. */
  readonly transforms: { readonly toClass: readonly Transformation[]; readonly toPlain: readonly Transformation[] };
}

/** What both libraries and the compiler say of a DTO class. */
export interface DtoDefinition {
  readonly type: AbstractClass;
  /** In order of declaration, those of the most distant ancestor first. */
  readonly fields: readonly DtoField[];
  /** What class-transformer does with fields that nothing is said of: `@Exclude` on the class leaves them out. */
  readonly strategy: 'none' | 'exposeAll' | 'excludeAll';
}

/** Reads a DTO class, once: every part of the framework that knows a DTO knows it from here. */
export function readDto(type: AbstractClass): DtoDefinition {
  const known = definitions.get(type);
  if (known) return known;

  const rules = readRules(type);
  const fields = readFieldNames(type).map((name) =>
    readField(
      type,
      name,
      rules.filter((rule) => rule.propertyName === name),
    ),
  );
  const definition = { type, fields, strategy: loadTransformerStorage().getStrategy(type) };
  definitions.set(type, definition);
  return definition;
}

const definitions = new WeakMap<AbstractClass, DtoDefinition>();

function readFieldNames(type: AbstractClass): readonly string[] {
  const storage = loadTransformerStorage();
  const maps = [
    storage._typeMetadatas,
    storage._transformMetadatas,
    storage._exposeMetadatas,
    storage._excludeMetadatas,
  ];
  const names = readLineage(type)
    .reverse()
    .flatMap((each) => {
      const own = readRules(each).filter(({ target }) => target === each);
      const ruled = own.map(({ propertyName }) => propertyName);
      return maps.map((map) => readNames(map.get(each))).reduce(mergeOrders, [...new Set(ruled)]);
    });
  return [...new Set(names)];
}

// Each library has its own fields in order of declaration; the fields that both know tell how the two orders join.
function mergeOrders(first: readonly string[], second: readonly string[]): string[] {
  const shared = second.findIndex((name) => first.includes(name));
  const merged = first.flatMap((name) => {
    const at = second.indexOf(name);
    if (at === -1) return name;
    const after = second.slice(at + 1);
    const next = after.findIndex((each) => first.includes(each));
    return [...(at === shared ? second.slice(0, at) : []), name, ...(next === -1 ? after : after.slice(0, next))];
  });
  return shared === -1 ? [...first, ...second] : merged;
}

function readField(type: AbstractClass, name: string, rules: readonly LibraryRule[]): DtoField {
  const storage = loadTransformerStorage();
  const emitted: unknown = Reflect.getMetadata('design:type', type.prototype as object, name);
  const declaration = readDeclaration(type, name);
  const found = readTextType({ declared: declaration.declared, emitted, rules });
  const exposure = storage.findExposeMetadata(type, name);
  const exclusion = storage.findExcludeMetadata(type, name);

  return {
    name,
    rules,
    ...declaration,
    emitted,
    type: Array.isArray(found) ? found[0] : found,
    isList: Array.isArray(found) || emitted === Array,
    isNested: rules.some((rule) => rule.type === 'nestedValidation'),
    expose: exposure && (exposure.options ?? {}),
    exclude: exclusion && (exclusion.options ?? {}),
    transforms: {
      toClass: storage.findTransformMetadatas(type, name, toClass),
      toPlain: storage.findTransformMetadatas(type, name, toPlain),
    },
  };
}

function readDeclaration(type: AbstractClass, name: string) {
  const { typeFunction, options } = loadTransformerStorage().findTypeMetadata(type, name) ?? {};
  // A function with a parameter chooses by the value, which is not there yet.
  const isChoice = typeFunction !== undefined && typeFunction.length > 0;
  return {
    declared: isChoice ? undefined : typeFunction?.(),
    chooseType: isChoice ? typeFunction : undefined,
    typeOptions: options,
  };
}
