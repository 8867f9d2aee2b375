import type { DtoField } from '../dto/read-dto';
import { assertDepth, assertLength, isWithinLimits } from './free-value';
import { assertAllowedKey } from './forbidden-keys';
import { chooseNestedType, isPolymorphic, readNestedType } from './input-field';
import { toPointer } from './pointer';
import { type BuildObject, type FieldPlace, type ReadBuild, type ReadField, refused } from './reading';

/** Gives how the one object of a field is built; `undefined` where its class depends on the object, or is none. */
export function compileNestedBuild(field: DtoField, readBuild: ReadBuild): BuildObject | undefined {
  const nested = readNestedType(field);
  return nested && !isPolymorphic(field) && field.emitted !== Map ? readBuild(nested, undefined) : undefined;
}

/** Decides at boot how the objects of a field are built: one, or each of a list. Anything else stays as it is. */
export function compileNestedField(field: DtoField, readBuild: ReadBuild): ReadField {
  const nested = readNestedType(field);
  const discriminator = field.typeOptions?.discriminator?.property;
  const build = nested && !isPolymorphic(field) ? readBuild(nested, undefined) : undefined;

  const readObject = (value: object, { parent, report, depth }: FieldPlace): unknown => {
    if (build) return build(value, report, depth + 1);
    const type = chooseNestedType(field, value, parent);
    if (type) return readBuild(type, discriminator)(value, report, depth + 1);
    return isWithinLimits(value, depth + 1, report) ? value : refused;
  };
  const read: ReadField = (raw, place) => {
    if (typeof raw !== 'object' || raw === null) return raw;
    return Array.isArray(raw) ? readItems(raw, readItem, place) : readObject(raw, place);
  };
  const readItem: ReadField = (item, place) => {
    if (discriminator === undefined || (item !== null && !Array.isArray(item))) return read(item, place);
    // class-transformer would look for the discriminator in it, and build what a list holds of another class.
    place.report.add('', 'nestedValidation', `each value in ${field.name} must be an object`);
    return refused;
  };
  return field.emitted === Map ? (raw, place) => readEntries(raw, readItem, place) : read;
}

function readItems(items: readonly unknown[], read: ReadField, { parent, report, depth }: FieldPlace): unknown {
  if (!assertDepth(depth + 1, report) || !assertLength(items, report)) return refused;
  const place = { parent, report, depth: depth + 1 };
  const reading = { read, place };
  const values: unknown[] = [];
  for (let index = 0; index < items.length; index++) {
    const value = readNamed(items[index], index, reading);
    if (value === refused) return refused;
    values.push(value);
  }
  return values;
}

// The keys of a Map are not those of a class.
function readEntries(raw: unknown, read: ReadField, { parent, report, depth }: FieldPlace): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return read(raw, { parent, report, depth });
  if (!assertDepth(depth + 1, report)) return refused;
  const place = { parent, report, depth: depth + 1 };
  const values: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(raw)) {
    assertAllowedKey(name, report.source);
    const value = readNamed(item, name, { read, place });
    if (value === refused) return refused;
    values[name] = value;
  }
  return values;
}

interface NamedReading {
  readonly read: ReadField;
  readonly place: FieldPlace;
}

function readNamed(item: unknown, name: string | number, { read, place }: NamedReading): unknown {
  const { report } = place;
  const { length } = report;
  const value = read(item, place);
  if (report.length > length) report.extend(toPointer(name), length, report.waiting);
  return value;
}
