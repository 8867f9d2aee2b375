import { type AbstractClass, isClass } from '../../metadata/class';
import { describeToken } from '../../metadata/token';
import type { DtoField } from '../dto/read-dto';
import { readAnswerFields, readFieldKind } from './answer-fields';
import { compileObject } from './compile-object';
import { compileConvert } from './convert-field';
import { freeWriter } from './free-writer';
import type { WrittenField } from './generate-write';
import { createLeafWriter } from './leaf-writer';
import { createNestedWriter, type Nesting } from './nested-writer';
import type { ValueWriter } from './value-writer';

/** The writers of the classes that answers are made of, for one choice of groups. Each is compiled once. */
export class Writers {
  readonly #objects = new WeakMap<AbstractClass, ValueWriter>();
  readonly #choices = new WeakMap<Discriminator, Nesting['choose']>();

  constructor(private readonly groups: readonly string[]) {}

  /** Writes the fields of a class, of its instances and of whatever has them. */
  readObject(type: AbstractClass): ValueWriter {
    const known = this.#objects.get(type);
    if (known) return known;

    // Known before its fields are: a class may have a field of its own type.
    const writer: ValueWriter = { write: refuse, shape: refuse };
    this.#objects.set(type, writer);
    return Object.assign(writer, compileObject(this.#compileFields(type)));
  }

  /** Writes what a view returns: an object with the fields of a class, or a list of them. */
  readBody(type: AbstractClass, isList: boolean): ValueWriter {
    const writer = this.readObject(type);
    const leaf = createLeafWriter({ place: describeToken(type), key: '', isList });
    return createNestedWriter({ isList, leaf, choose: () => writer });
  }

  #compileFields(type: AbstractClass): WrittenField[] {
    return readAnswerFields(type, this.groups).map((field) => ({
      key: readKey(field),
      property: field.name,
      convert: compileConvert(type, field, this.groups),
      writer: this.#compileValue(type, field),
      likely: readLikely(field),
    }));
  }

  #compileValue(owner: AbstractClass, field: DtoField): ValueWriter {
    const place = `${describeToken(owner)}.${field.name}`;
    const kind = readFieldKind(owner, field);
    if (kind === 'free') return freeWriter;

    const leaf = createLeafWriter({ place, key: readKey(field), isList: field.isList });
    if (kind !== 'nested') return leaf;
    return createNestedWriter({ isList: field.isList, leaf, choose: this.#compileChoice(place, field) });
  }

  #compileChoice(place: string, field: DtoField): Nesting['choose'] {
    const { chooseType, typeOptions, type, name } = field;
    if (typeOptions?.discriminator) return this.#compileDiscriminator(place, typeOptions.discriminator);
    if (!chooseType) {
      const writer = this.readObject(type as AbstractClass);
      return () => writer;
    }
    return (_, owner) => {
      const chosen = chooseType({ newObject: owner, object: owner, property: name });
      if (isClass(chosen)) return this.readObject(chosen);
      throw new Error(`@Type of ${place} chose what is no class.`);
    };
  }

  // An object is known by its class, or, where it is none of the classes, by what it says itself.
  #compileDiscriminator(place: string, discriminator: Discriminator): Nesting['choose'] {
    const known = this.#choices.get(discriminator);
    if (known) return known;

    const { property, subTypes } = discriminator;
    const writers: { readonly name: string; readonly type: unknown; readonly writer: ValueWriter }[] = [];
    const choose = (object: object): ValueWriter => {
      const found =
        writers.find(({ type }) => object.constructor === type) ??
        writers.find(({ name }) => (object as Record<string, unknown>)[property] === name);
      if (found) return found.writer;
      throw new Error(`${place} holds an object that is none of ${writers.map(({ name }) => name).join(', ')}.`);
    };
    this.#choices.set(discriminator, choose);
    for (const { name, value } of subTypes) {
      const fields = this.#compileFields(value as AbstractClass).filter((field) => field.property !== property);
      writers.push({ name, type: value, writer: compileObject([createTag(property, name), ...fields]) });
    }
    return choose;
  }
}

type Discriminator = NonNullable<NonNullable<DtoField['typeOptions']>['discriminator']>;

function readKey({ expose, name }: DtoField): string {
  return expose?.name ?? name;
}

function readLikely({ isList, type }: DtoField): WrittenField['likely'] {
  return isList ? 'other' : (likelyTypes.get(type) ?? 'other');
}

const likelyTypes = new Map<unknown, WrittenField['likely']>([
  [String, 'text'],
  [Number, 'number'],
  [Boolean, 'boolean'],
]);

function createTag(property: string, name: string): WrittenField {
  const writer = createLeafWriter({ place: property, key: property, isList: false });
  return { key: property, property, convert: () => name, writer, likely: 'text' };
}

function refuse(): never {
  throw new Error('The writer of a class has been asked before its fields were known.');
}
