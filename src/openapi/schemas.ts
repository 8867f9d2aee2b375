import { readAnswerFields, readFieldKind, readNestedTypes } from '../binding/answers/answer-fields';
import { type DtoField, readDto } from '../binding/dto/read-dto';
import { type LibraryRule, readRules } from '../binding/library-metadata';
import { isPolymorphic, readInputFields, readNestedType } from '../binding/validation/input-field';
import { defaultLimits, type InputOptions } from '../binding/validation/input-options';
import { type AbstractClass, isClass } from '../metadata/class';
import { describeToken } from '../metadata/token';
import { Components, type ComponentKey } from './components';
import { readDefaults } from './defaults';
import { mayBeAbsent, readScalarSchema, readValueSchema } from './field-schema';
import type { Schema } from './schema';

/** How a class is read: which of its fields an input may fill, or an answer has. */
export type Direction = AnswerDirection | InputDirection;

interface AnswerDirection {
  readonly way: 'out';
  readonly groups: readonly string[];
}

interface InputDirection extends Pick<InputOptions, 'in' | 'isText' | 'unknownProperties'> {
  readonly way: 'in';
  readonly groups: readonly string[];
}

/** One field of a class, as a document has it. */
export interface FieldSchema {
  readonly key: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
}

/** The schemas of the classes of an application, from the reading that validation and answers have of them. */
export class Schemas {
  readonly components = new Components();

  /** A reference to the schema of a class. */
  read(type: AbstractClass, direction: Direction, tag?: Tag): Schema {
    const key: ComponentKey = { type, name: describeToken(type), variant: JSON.stringify([direction, tag]) };
    return this.components.refer(key, direction.way, () => this.readObject(type, direction, tag));
  }

  /** The schema of a class itself. */
  readObject(type: AbstractClass, direction: Direction, tag?: Tag): Schema {
    const fields = this.readFields(type, direction).filter(({ key }) => key !== tag?.property);
    const tagged = tag ? [{ key: tag.property, schema: { const: tag.value }, isRequired: true }, ...fields] : fields;
    const isOpen = direction.way === 'in' && direction.unknownProperties !== 'reject';
    return toObjectSchema(tagged, isOpen);
  }

  /** The fields of a class. */
  readFields(type: AbstractClass, direction: Direction): FieldSchema[] {
    return direction.way === 'out' ? this.#readAnswer(type, direction) : this.#readInput(type, direction);
  }

  #readAnswer(type: AbstractClass, direction: AnswerDirection): FieldSchema[] {
    return readAnswerFields(type, direction.groups).map((field) => ({
      key: field.expose?.name ?? field.name,
      schema: field.transforms.toPlain.length > 0 ? {} : this.#readAnswerValue(type, field, direction),
      isRequired: !mayBeAbsent(withRequired(field)),
    }));
  }

  #readAnswerValue(owner: AbstractClass, field: DtoField, direction: AnswerDirection): Schema {
    const kind = readFieldKind(owner, field);
    if (kind === 'free' || kind === 'unknown') return {};
    const item =
      kind === 'leaf'
        ? readScalarSchema(field.type, false)
        : this.#readNested(readNestedTypes(field), field, direction);
    return readValueSchema({ item, isList: field.isList }, field.rules);
  }

  #readInput(type: AbstractClass, direction: InputDirection): FieldSchema[] {
    const defaults = readDefaults(type);
    const rules = readRules(type, direction.groups);
    const options = { ...direction, limits: defaultLimits };
    return readInputFields(type, options)
      .filter(({ isSkipped }) => !isSkipped)
      .map(({ field, key }) => {
        const own = rules.filter(({ propertyName }) => propertyName === field.name);
        const schema = this.#readInputValue(field, own, direction);
        const initial = defaults.get(field.name);
        return {
          key,
          schema: initial === undefined ? schema : { ...schema, default: initial },
          isRequired: initial === undefined && !mayBeAbsent(own),
        };
      });
  }

  #readInputValue(field: DtoField, rules: readonly LibraryRule[], direction: InputDirection): Schema {
    const nested = readNestedType(field);
    if (!nested && !isPolymorphic(field)) {
      return readValueSchema({ item: readScalarSchema(field.type, direction.isText), isList: field.isList }, rules);
    }
    const types = isPolymorphic(field) ? readNestedTypes(field) : [nested].filter(isClass);
    const item = this.#readNested(types, field, { ...direction, isText: false });
    if (field.emitted === Map) return readValueSchema({ item: toMap(item), isList: false }, rules);
    return readValueSchema({ item, isList: field.isList }, rules);
  }

  #readNested(types: readonly AbstractClass[], { chooseType, typeOptions }: DtoField, direction: Direction): Schema {
    const discriminator = typeOptions?.discriminator;
    if (discriminator) {
      const { property, subTypes } = discriminator;
      const variants = subTypes.map(
        ({ name, value }) => [name, this.read(value as AbstractClass, direction, { property, value: name })] as const,
      );
      const mapping = Object.fromEntries(variants.map(([name, schema]) => [name, schema.$ref ?? '']));
      return { oneOf: variants.map(([, schema]) => schema), discriminator: { propertyName: property, mapping } };
    }
    const [type] = types;
    // Which class a function chooses shows only when there is a value.
    return chooseType || !type || readDto(type).fields.length === 0 ? { type: 'object' } : this.read(type, direction);
  }
}

/** The key and value that tell a class among several. */
export interface Tag {
  readonly property: string;
  readonly value: string;
}

/** The schema of an object with some fields. */
export function toObjectSchema(fields: readonly FieldSchema[], isOpen: boolean): Schema {
  const required = fields.filter(({ isRequired }) => isRequired).map(({ key }) => key);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(({ key, schema }) => [key, schema])),
    ...(required.length > 0 && { required }),
    ...(!isOpen && { additionalProperties: false }),
  };
}

function toMap(item: Schema): Schema {
  return { type: 'object', additionalProperties: item };
}

// Of an answer only a condition says that a field may be absent: nothing refuses it.
function withRequired({ rules }: DtoField): readonly LibraryRule[] {
  return [...rules, { type: 'isDefined', name: 'isDefined' } as unknown as LibraryRule];
}
