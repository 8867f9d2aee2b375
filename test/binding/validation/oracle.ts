import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validate, type ValidationError } from 'class-validator';
import type { UnknownProperties } from '../../../src/binding/validation/input-options';
import { chooseDto, type RandomDto, type RandomField } from './random-dto';

/** An issue of the libraries, as ours are written. */
export interface OracleIssue {
  readonly pointer: string;
  readonly rule: string;
  readonly message: string;
}

/** What the libraries are asked. */
export interface OracleQuestion {
  readonly value: unknown;
  readonly groups: readonly string[];
  readonly unknownProperties: UnknownProperties;
}

/** What the libraries make of a value: the ISO dates of date fields are dates before, and unknown keys are not there. */
export async function askLibraries(dto: RandomDto, { value, groups, unknownProperties }: OracleQuestion) {
  const unknown: OracleIssue[] = [];
  const plain: unknown = JSON.parse(JSON.stringify(value));
  if (unknownProperties !== 'allow') removeUnknown(dto, plain, { groups, pointer: '', unknown });
  const options = { exposeDefaultValues: true, ...(groups.length > 0 && { groups: [...groups] }) };
  const instance = plainToInstance(dto.type, toDates(dto, plain) as object, options);
  const errors = await validate(instance, { groups: [...groups] });
  return { instance, issues: [...(unknownProperties === 'reject' ? unknown : []), ...flatten(errors, '')] };
}

interface Removal {
  readonly groups: readonly string[];
  readonly pointer: string;
  /** The issues of what is removed. */
  readonly unknown: OracleIssue[];
}

function removeUnknown(dto: RandomDto, value: unknown, removal: Removal, discriminator?: string): void {
  if (typeof value !== 'object' || value === null) return;
  const { groups, pointer, unknown } = removal;
  const metadata = getMetadataStorage().getTargetValidationMetadatas(dto.type, '', false, false, [...groups]);
  const ruled = new Set(metadata.map(({ propertyName }) => propertyName));
  const known = new Map(dto.fields.filter(({ name }) => ruled.has(name)).map((field) => [field.key, field]));
  for (const [key, child] of Object.entries(value)) {
    const field = known.get(key);
    const below = { ...removal, pointer: `${pointer}/${key}` };
    if (field) removeFromField(field, child, below);
    else if (key !== discriminator) {
      Reflect.deleteProperty(value, key);
      unknown.push({ pointer: below.pointer, rule: 'unknown', message: `property ${key} should not exist` });
    }
  }
}

function removeFromField(field: RandomField, value: unknown, removal: Removal): void {
  if (Array.isArray(value)) {
    value.forEach((each, index) => {
      removeFromField(field, each, { ...removal, pointer: `${removal.pointer}/${index}` });
    });
    return;
  }
  const dto = chooseDto(field, value);
  if (dto) removeUnknown(dto, value, removal, field.kinds && 'kind');
}

// Of the values that are made at random.
const isoDates: readonly unknown[] = ['2024-05-31', '2024-05-31T10:00:00Z'];

function toDates(dto: RandomDto, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Record<string, unknown>;
  for (const field of dto.fields) if (field.key in record) record[field.key] = toFieldDates(field, record[field.key]);
  return record;
}

function toFieldDates(field: RandomField, value: unknown): unknown {
  if (Array.isArray(value) && !field.isDate) return value.map((each) => toFieldDates(field, each));
  if (field.isDate || field.isDates) return isoDates.includes(value) ? new Date(value as string) : value;
  const dto = chooseDto(field, value);
  return dto ? toDates(dto, value) : value;
}

function flatten(errors: readonly ValidationError[], pointer: string): OracleIssue[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const own = (property as string | undefined) === undefined ? pointer : `${pointer}/${property}`;
    const issues = Object.entries(constraints).map(([rule, message]) => ({ pointer: own, rule, message }));
    return [...issues, ...flatten(children, own)];
  });
}
