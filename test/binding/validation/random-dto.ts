import { Exclude, Expose, Transform, Type } from 'class-transformer';
import * as rules from 'class-validator';
import type { ValidationOptions } from 'class-validator';
import * as fc from 'fast-check';
import type { Class } from '../../../src/metadata/class';

/** A class made at random, and what is needed to make values for it. */
export interface RandomDto {
  readonly type: Class;
  readonly fields: readonly RandomField[];
  readonly hasAsync: boolean;
}

export interface RandomField {
  readonly name: string;
  /** The key that an input has it under. */
  readonly key: string;
  readonly isDate: boolean;
  /** Tells that only rules are said of it, so that a descendant may declare it again. */
  readonly isPlain: boolean;
  /** Tells that the field is a list of dates. */
  readonly isDates: boolean;
  readonly nested: RandomDto | undefined;
  /** The classes of a polymorphic field, by their names. */
  readonly kinds: Readonly<Record<string, RandomDto>> | undefined;
}

/** The class of an object in a field. */
export function chooseDto({ nested, kinds }: RandomField, value: unknown): RandomDto | undefined {
  if (!kinds || typeof value !== 'object' || value === null) return nested;
  const { kind } = value as { readonly kind?: unknown };
  return typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
}

/** Makes choices. */
export type Gen = fc.GeneratorValue;

@rules.ValidatorConstraint({ name: 'isShort' })
class IsShort {
  validate(value: unknown): boolean {
    return typeof value === 'string' && value.length < 6;
  }

  defaultMessage(): string {
    return '$property of $target is too long: $value, $constraint1';
  }
}

@rules.ValidatorConstraint({ async: true })
class IsFree {
  validate(value: unknown): Promise<boolean> {
    return Promise.resolve(value !== 'taken');
  }
}

// Named as one of the library's, with its message, and stricter.
function isCorporate(options?: ValidationOptions): PropertyDecorator {
  const validate = (value: unknown) => rules.isEmail(value) && String(value).endsWith('.org');
  const defaultMessage = rules.buildMessage((each) => `${each}$property must be an email`, options);
  return rules.ValidateBy({ name: 'isEmail', constraints: [], validator: { validate, defaultMessage } }, options);
}

const levels = { Low: 'low', High: 'high', One: 1 };

type MakeRule = (options?: ValidationOptions) => PropertyDecorator;

const makeRules: readonly MakeRule[] = [
  ...[rules.IsString, rules.IsInt, rules.IsBoolean, rules.IsArray, rules.IsDefined, rules.IsNotEmpty, rules.IsEmpty],
  ...[rules.IsPositive, rules.IsNegative, rules.IsObject, rules.ArrayNotEmpty, isCorporate, rules.Allow],
  (options) => rules.IsNumber({}, options),
  (options) => rules.IsNumber({ maxDecimalPlaces: 1 }, options),
  (options) => rules.Min(1, options),
  (options) => rules.Max(5, options),
  (options) => rules.Length(2, 5, options),
  (options) => rules.Length(3, undefined, options),
  (options) => rules.MinLength(2, options),
  (options) => rules.MaxLength(4, options),
  (options) => rules.ArrayMinSize(1, options),
  (options) => rules.ArrayMaxSize(2, options),
  (options) => rules.ArrayUnique(options as rules.ArrayUniqueIdentifier),
  (options) => rules.IsIn(['a', 1, null], options),
  (options) => rules.IsIn([NaN, 'text'], options),
  (options) => rules.IsEnum(levels, options),
  (options) => rules.Matches(/^[a-z]+$/, options),
  (options) => rules.Matches(/a/g, options),
  (options) => rules.IsEmail({}, options),
  (options) => rules.IsEmail({ allow_ip_domain: true }, options),
  (options) => rules.IsUUID(4, options),
  (options) => rules.IsISO8601({}, options),
  (options) => rules.Equals('a', options),
  (options) => rules.NotEquals(1, options),
  (options) => rules.Contains('a', options),
  (options) => rules.IsDivisibleBy(2, options),
  (options) => rules.Validate(IsShort, ['$&', 7], options),
];

const makeOptions: readonly (() => ValidationOptions | undefined)[] = [
  ...[() => undefined, () => undefined, () => undefined],
  () => ({ each: true }),
  () => ({ message: '$property of $target: $value, $constraint1 and $constraint2' }),
  () => ({ message: ({ property, value }) => `${property} $value ${typeof value}` }),
  () => ({ groups: ['a'] }),
  () => ({ groups: ['b'], each: true }),
  () => ({ always: true }),
  () => ({ validateIf: (_object, value) => value !== null }),
];

const conditions: readonly PropertyDecorator[] = [
  rules.IsOptional(),
  rules.ValidateIf((_object, value) => value !== 'a'),
  rules.ValidateIf((object: Record<string, unknown>) => object['f0'] !== null),
  rules.IsOptional({ groups: ['a'] }),
];

/* eslint-disable complexity -- chance by chance */

/** Decorates a new class at random. */
export function createRandomDto(gen: Gen, depth = 0): RandomDto {
  const parent = depth === 0 && chance(gen, 4) ? createRandomDto(gen, 2) : undefined;
  const type = createClass(gen, parent?.type);
  const count = gen(fc.integer, { min: 1, max: 4 });
  // What compilers and @Type say of a field is inherited: only plain fields are declared again.
  const taken = new Set((parent?.fields ?? []).filter((each) => !each.isPlain).map(({ name }) => name));
  const fields = Array.from({ length: count }, (_each, index) => {
    const name = taken.has(`f${index}`) ? `g${index}` : `f${index}`;
    return decorateField(gen, type, { name, depth });
  });
  const inherited = (parent?.fields ?? []).filter(({ name }) => fields.every(({ field }) => field.name !== name));
  const all = [...inherited, ...fields.map(({ field }) => field)];
  const hasAsync = fields.some((each) => each.hasAsync) || (parent?.hasAsync ?? false);
  return { type, fields: all, hasAsync: hasAsync || all.some(hasAsyncObjects) };
}

function hasAsyncObjects({ nested, kinds = {} }: RandomField): boolean {
  return [nested, ...Object.values(kinds)].some((each) => each?.hasAsync);
}

function createClass(gen: Gen, parent: Class | undefined): Class {
  const value = pick(gen, ['a', 7, undefined]);
  if (parent) return class Child extends parent {};
  return class Made {
    declare f1: unknown;
    constructor() {
      if (value !== undefined) this.f1 = value;
    }
  };
}

function decorateField(gen: Gen, type: Class, { name, depth }: { readonly name: string; readonly depth: number }) {
  const prototype = type.prototype as object;
  const kind = pick(gen, [
    'plain',
    'plain',
    'plain',
    'date',
    'dates',
    'nested',
    'poly',
    'renamed',
    'changed',
    'left out',
  ]);
  const nested = kind === 'nested' && depth < 2 ? createRandomDto(gen, depth + 1) : undefined;
  const kinds =
    kind === 'poly' && depth < 2
      ? { a: createRandomDto(gen, depth + 1), b: createRandomDto(gen, depth + 1) }
      : undefined;
  const hasAsync = chance(gen, 12);
  if (kind === 'date' || kind === 'dates') {
    Reflect.defineMetadata('design:type', kind === 'date' ? Date : Array, prototype, name);
    if (kind === 'dates') Type(() => Date)(prototype, name);
    rules.IsDate({ ...pick(gen, makeOptions)(), ...(kind === 'dates' && { each: true }) })(prototype, name);
  }
  if (kind === 'renamed') Expose({ name: `x_${name}` })(prototype, name);
  if (kind === 'changed') pick(gen, transformations)(prototype, name);
  if (kind === 'left out') pick(gen, exclusions)(prototype, name);
  if (nested || kinds) decorateNested(gen, { prototype, name, nested, kinds });
  if (hasAsync) rules.Validate(IsFree, { message: '$value is taken' })(prototype, name);
  const ruleCount = gen(fc.integer, { min: nested || kinds || hasAsync ? 0 : 1, max: 3 });
  for (let each = 0; each < ruleCount; each++) {
    pick(gen, makeRules)(pick(gen, makeOptions)())(prototype, name);
  }
  if (chance(gen, 4)) pick(gen, conditions)(prototype, name);
  const key = kind === 'renamed' ? `x_${name}` : name;
  const field = {
    name,
    key,
    isPlain: kind === 'plain',
    isDate: kind === 'date',
    isDates: kind === 'dates',
    nested,
    kinds,
  };
  return { field, hasAsync };
}

type Nesting = Pick<RandomField, 'name' | 'nested' | 'kinds'> & { readonly prototype: object };

function decorateNested(gen: Gen, { prototype, name, nested, kinds = {} }: Nesting): void {
  const subTypes = Object.entries(kinds).map(([kind, dto]) => ({ name: kind, value: dto.type }));
  const keepDiscriminatorProperty = chance(gen, 2);
  if (nested) {
    Reflect.defineMetadata('design:type', nested.type, prototype, name);
    Type(() => nested.type)(prototype, name);
  } else {
    Type(() => Object, { discriminator: { property: 'kind', subTypes }, keepDiscriminatorProperty })(prototype, name);
  }
  const options = chance(gen, 2) ? { each: true } : chance(gen, 3) ? { message: '$property $target' } : {};
  rules.ValidateNested(options)(prototype, name);
}

const transformations: readonly PropertyDecorator[] = [
  Transform(({ value }) => (typeof value === 'string' ? value.trim() : (value as unknown))),
  Transform(({ value }) => (value === null ? 'a' : [value])),
  Transform(({ obj, value }) => ((obj as Record<string, unknown>)['f0'] === 'a' ? 7 : (value as unknown))),
  Transform(() => 'out', { toPlainOnly: true }),
  Transform(({ value }) => String(value), { groups: ['a'] }),
];

const exclusions: readonly PropertyDecorator[] = [
  Exclude(),
  Exclude({ toClassOnly: true }),
  Exclude({ toPlainOnly: true }),
  Expose({ toPlainOnly: true }),
  Expose({ groups: ['a'] }),
];

/** True once in so many times. */
export function chance(gen: Gen, outOf: number): boolean {
  return gen(fc.integer, { min: 1, max: outOf }) === 1;
}

/** One of the values. */
export function pick<T>(gen: Gen, values: readonly T[]): T {
  return values[gen(fc.nat, { max: values.length - 1 })] as T;
}
