import type { LibraryRule } from '../binding/library-metadata';
import type { JsonType, Schema } from './schema';

/** What a rule of class-validator says as keywords of JSON Schema; a rule that has none says nothing. */
export function readKeywords({ name, constraints }: LibraryRule): Schema {
  const [first, second] = (constraints as readonly unknown[] | undefined) ?? [];
  return rules.get(name ?? '')?.(first, second) ?? {};
}

type ReadRule = (first: unknown, second: unknown) => Schema;

const text = (keywords: Schema = {}): Schema => ({ type: 'string', ...keywords });
const format = (name: string): ReadRule => always(text({ format: name }));
const pattern = (source: string): ReadRule => always(text({ pattern: source }));

const rules = new Map<string, ReadRule>(
  Object.entries({
    // Types.
    isString: always(text()),
    isBoolean: always({ type: 'boolean' }),
    isInt: always({ type: 'integer' }),
    isNumber: (options) => ({ type: 'number', ...readDecimals(options) }),
    isDate: format('date-time'),
    isObject: always({ type: 'object' }),
    isNotEmptyObject: always({ type: 'object', minProperties: 1 }),
    isArray: always({ type: 'array' }),

    // Values.
    isEnum: (type) => toEnum(readEnumValues(type)),
    isIn: (values) => toEnum(values),
    isNotIn: (values) => ({ not: { enum: values } }),
    equals: (value) => ({ const: value }),
    notEquals: (value) => ({ not: { const: value } }),

    // Numbers.
    min: (least) => ({ minimum: least }),
    max: (greatest) => ({ maximum: greatest }),
    isPositive: always({ exclusiveMinimum: 0 }),
    isNegative: always({ exclusiveMaximum: 0 }),
    isDivisibleBy: (divisor) => ({ multipleOf: divisor }),
    isLatitude: always({ minimum: -90, maximum: 90 }),
    isLongitude: always({ minimum: -180, maximum: 180 }),

    // Text.
    isLength: (least, greatest) => text({ minLength: least, ...(greatest !== undefined && { maxLength: greatest }) }),
    minLength: (least) => text({ minLength: least }),
    maxLength: (greatest) => text({ maxLength: greatest }),
    // Null and empty text are what it refuses.
    isNotEmpty: always({ minLength: 1 }),
    matches: (expression, flags) => text(readPattern(expression, flags)),
    contains: (seed) => text({ pattern: escape(seed) }),
    notContains: (seed) => ({ not: text({ pattern: escape(seed) }) }),
    isAlpha: readLocale('^[A-Za-z]+$'),
    isAlphanumeric: readLocale('^[0-9A-Za-z]+$'),
    isNumberString: always(text()),
    isHexadecimal: pattern('^(0x|0h)?[0-9A-Fa-f]+$'),
    isHexColor: pattern('^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$'),
    isMongoId: pattern('^[0-9A-Fa-f]{24}$'),
    isMilitaryTime: pattern('^([01]\\d|2[0-3]):[0-5]\\d$'),
    isJwt: pattern('^[\\w-]+\\.[\\w-]+\\.[\\w-]*$'),
    isEmail: format('email'),
    isUrl: format('uri'),
    isUuid: format('uuid'),
    isFqdn: format('hostname'),
    isIp: (version) => readAddress(version),
    isDateString: format('date-time'),
    isIso8601: format('date-time'),
    isRFC3339: format('date-time'),
    isPhoneNumber: format('phone'),
    isBase64: always(text({ contentEncoding: 'base64' })),
    isJson: always(text({ contentMediaType: 'application/json' })),
    isMimeType: always(text()),
    isSemVer: always(text()),
    isTimeZone: always(text()),
    isLocale: always(text()),

    // Lists.
    arrayMinSize: (least) => ({ minItems: least }),
    arrayMaxSize: (greatest) => ({ maxItems: greatest }),
    arrayNotEmpty: always({ minItems: 1 }),
    // With a function it compares something else than the items.
    arrayUnique: (identify) => (identify === undefined ? { uniqueItems: true } : {}),
    arrayContains: (values) => ({
      allOf: (values as readonly unknown[]).map((each) => ({ contains: { const: each } })),
    }),
  } satisfies Readonly<Record<string, ReadRule>>),
);

function always(keywords: Schema): ReadRule {
  return () => keywords;
}

function readDecimals(options: unknown): Schema {
  const { maxDecimalPlaces } = (options ?? {}) as { readonly maxDecimalPlaces?: number };
  return maxDecimalPlaces === 0 ? { type: 'integer' } : {};
}

// A pattern of JSON Schema has no flags; `u` is what it is read with.
function readPattern(expression: unknown, flags: unknown): Schema {
  if (typeof expression === 'string') return flags === undefined || flags === '' ? { pattern: expression } : {};
  const { source, flags: own } = expression as RegExp;
  return /^[dguy]*$/.test(own) ? { pattern: source } : {};
}

function readLocale(source: string): ReadRule {
  return (locale) => text(locale === undefined || locale === 'en-US' ? { pattern: source } : {});
}

function readAddress(version: unknown): Schema {
  if (typeof version !== 'string' && typeof version !== 'number')
    return text({ anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] });
  return text({ format: `ipv${version}` });
}

function escape(seed: unknown): string {
  return String(seed).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** The values that one of a list or an enum fits, and their type. */
export function toEnum(values: unknown): Schema {
  const all = [...(values as readonly unknown[])];
  const types = [...new Set(all.map((each) => typeof each))].filter((type): type is 'string' | 'number' | 'boolean' =>
    ['string', 'number', 'boolean'].includes(type),
  );
  const [type] = types as readonly JsonType[];
  return types.length === 1 && type !== undefined ? { type, enum: all } : { enum: all };
}

/** The values of an enum: one of numbers is compiled to an object that also leads back from each to its name. */
export function readEnumValues(type: unknown): readonly unknown[] {
  if (Array.isArray(type)) return type as readonly unknown[];
  const entries = Object.entries((type ?? {}) as Record<string, unknown>);
  return entries.filter(([key]) => String(Number(key)) !== key).map(([, value]) => value);
}
