/** One rule of class-validator on a field, as far as it tells the field's type. */
export interface TypeRule {
  readonly name?: string | undefined;
  readonly constraints?: readonly unknown[] | undefined;
  readonly each?: boolean | undefined;
}

/** All that may tell what a text is to become, the strongest first. */
export interface TextTypeSources {
  /** What a decorator of ours was given: `Number`, an enum object, `[Number]`. */
  readonly given?: unknown;
  /** What class-transformer's `@Type` returns: the type of the field, or of its items. */
  readonly declared?: unknown;
  /** What the compiler emitted. */
  readonly emitted?: unknown;
  readonly rules?: readonly TypeRule[];
}

/** Chooses the type that a text is converted to. The answer is `undefined` when nothing tells it. */
export function readTextType({ given, declared, emitted, rules = [] }: TextTypeSources): unknown {
  const type = [toItemType(given), declared, toItemType(emitted), readTypeOfRules(rules)].find(isTelling);
  const isList = Array.isArray(given) || isListType(emitted) || (!isTelling(emitted) && rules.some(isListRule));

  return isList && type !== undefined ? [type] : type;
}

/** Tells a type from what compilers emit when they know none. */
export function isTelling(emitted: unknown): boolean {
  return emitted !== undefined && emitted !== null && !silentTypes.has(emitted);
}

const silentTypes = new Set<unknown>([Object, Function, Array]);

function toItemType(type: unknown): unknown {
  return Array.isArray(type) ? type[0] : type;
}

function isListType(type: unknown): boolean {
  return type === Array || Array.isArray(type);
}

function isListRule({ name, each }: TypeRule): boolean {
  return each === true || name === 'isArray' || name?.startsWith('array') === true;
}

function readTypeOfRules(rules: readonly TypeRule[]): unknown {
  return rules.map(readTypeOfRule).find(isTelling);
}

function readTypeOfRule({ name = '', constraints }: TypeRule): unknown {
  if (name === 'isEnum') return constraints?.[0];
  if (name === 'isIn') return (toItemType(constraints?.[0]) as object | undefined)?.constructor;
  return typesOfRules.find(([, names]) => names.has(name))?.[0];
}

const typesOfRules: readonly (readonly [type: unknown, names: ReadonlySet<string>])[] = [
  [Number, new Set(['isInt', 'isNumber', 'min', 'max', 'isPositive', 'isNegative', 'isDivisibleBy'])],
  [Boolean, new Set(['isBoolean'])],
  [Date, new Set(['isDate', 'minDate', 'maxDate'])],
  [
    String,
    new Set(
      (
        'isString isUrl isEmail isUuid isIp isPort isFqdn isHash isJwt isJson isIso8601 isDateString isNumberString ' +
        'isBooleanString isTimeZone isLocale isMimeType isSemVer isHexadecimal isBase64 isAlpha isAlphanumeric ' +
        'isLowercase isUppercase isLength minLength maxLength matches contains notContains'
      ).split(' '),
    ),
  ],
];
