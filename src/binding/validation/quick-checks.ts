/** The verdict on a value, or `undefined` where the library must be asked. */
export type QuickCheck = (value: unknown) => boolean | undefined;

/** A rule of class-validator that is checked without it. */
export interface QuickRule {
  /** The message by which class-validator's own rule is told from one of the same name. */
  readonly message: string;
  /** Tells that the message depends on the value. */
  readonly isMessageVariable?: boolean;
  /** The check in JavaScript, or a part of it, of `value` and of the names that stand for what the decorator was given. */
  readonly inline?: (first: string, second: string) => string;
  /** The check for what the decorator was given; `undefined` where the library must be asked. */
  readonly compile: (constraints: readonly unknown[]) => QuickCheck | undefined;
}

/** The rules that are checked without class-validator, by their names there. */
export const quickRules: Readonly<Record<string, QuickRule>> = {
  isDefined: {
    ...fixed('$property should not be null or undefined', (value) => value !== undefined && value !== null),
    inline: () => 'value !== undefined && value !== null',
  },
  isNotEmpty: fixed('$property should not be empty', (value) => value !== '' && value !== null && value !== undefined),
  isString: {
    ...fixed('$property must be a string', (value) => typeof value === 'string' || undefinedForObject(value)),
    inline: () => 'typeof value === "string"',
  },
  isBoolean: {
    ...fixed('$property must be a boolean value', (value) => typeof value === 'boolean' || undefinedForObject(value)),
    inline: () => 'typeof value === "boolean"',
  },
  isInt: {
    ...fixed('$property must be an integer number', (value) => Number.isInteger(value)),
    inline: () => 'Number.isInteger(value)',
  },
  isPositive: fixed('$property must be a positive number', (value) => typeof value === 'number' && value > 0),
  isNegative: fixed('$property must be a negative number', (value) => typeof value === 'number' && value < 0),
  isArray: fixed('$property must be an array', (value) => Array.isArray(value)),
  isObject: fixed(
    '$property must be an object',
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  ),
  isDate: fixed(
    '$property must be a Date instance',
    (value) => value instanceof Date && !Number.isNaN(value.getTime()),
  ),
  isNumber: {
    message: '$property must be a number conforming to the specified constraints',
    // Options may allow more, or refuse more decimal places.
    compile: ([options]) =>
      isPlain(options) ? (value) => typeof value === 'number' && Number.isFinite(value) : undefined,
  },
  min: {
    ...bounded('$property must not be less than $constraint1', (bound) => (value) => {
      return typeof value === 'number' && value >= bound;
    }),
    inline: (bound) => `typeof value === "number" && value >= ${bound}`,
  },
  max: {
    ...bounded('$property must not be greater than $constraint1', (bound) => (value) => {
      return typeof value === 'number' && value <= bound;
    }),
    inline: (bound) => `typeof value === "number" && value <= ${bound}`,
  },
  arrayMinSize: bounded('$property must contain at least $constraint1 elements', (bound) => (value) => {
    return Array.isArray(value) && value.length >= bound;
  }),
  arrayMaxSize: bounded('$property must contain no more than $constraint1 elements', (bound) => (value) => {
    return Array.isArray(value) && value.length <= bound;
  }),
  arrayNotEmpty: fixed('$property should not be empty', (value) => Array.isArray(value) && value.length > 0),
  minLength: bounded('$property must be longer than or equal to $constraint1 characters', (bound) => {
    return compileLength(bound, Infinity);
  }),
  maxLength: bounded('$property must be shorter than or equal to $constraint1 characters', (bound) => {
    return compileLength(0, bound);
  }),
  isLength: {
    message: '$property must be longer than or equal to $constraint1 characters',
    isMessageVariable: true,
    // As below. Without a most it is never true.
    inline: (least, most) => `typeof value === "string" && value.length >= 3 * ${least} && value.length <= ${most}`,
    compile: ([least, most = Infinity]) => (isBound(least) && isBound(most) ? compileLength(least, most) : undefined),
  },
  isIn: {
    message: '$property must be one of the following values: $constraint1',
    compile: ([values]) => (Array.isArray(values) ? (value) => values.includes(value) : undefined),
  },
  isEnum: {
    message: '$property must be one of the following values: $constraint2',
    compile: ([entity]) => compileEnum(entity),
  },
  equals: {
    message: '$property must be equal to $constraint1',
    compile:
      ([expected]) =>
      (value) =>
        value === expected,
  },
  matches: {
    message: '$property must match $constraint1 regular expression',
    compile: ([pattern]) => compilePattern(pattern),
  },
  isEmail: {
    message: '$property must be an email',
    compile: ([options]) => (options === undefined || isPlain(options) ? checkEmail : undefined),
  },
};

function fixed(message: string, check: QuickCheck): QuickRule {
  return { message, compile: () => check };
}

function bounded(message: string, compile: (bound: number) => QuickCheck): QuickRule {
  return { message, compile: ([bound]) => (isBound(bound) ? compile(bound) : undefined) };
}

function isBound(bound: unknown): bound is number {
  return typeof bound === 'number' && !Number.isNaN(bound);
}

// Text and booleans in objects of their own are accepted, too.
function undefinedForObject(value: unknown): false | undefined {
  return typeof value === 'object' ? undefined : false;
}

function isPlain(options: unknown): boolean {
  return typeof options === 'object' && options !== null && Object.keys(options).length === 0;
}

// The library counts a surrogate pair, and a character with a variation selector, as one.
function compileLength(least: number, most: number): QuickCheck {
  return (value) => {
    if (typeof value !== 'string') return false;
    const { length } = value;
    if (length < least) return false;
    // At most three units are counted as one.
    if (length <= most && length >= 3 * least) return true;
    for (let index = 0; index < length; index++) if (value.charCodeAt(index) >= firstSurrogate) return undefined;
    return length <= most;
  };
}

const firstSurrogate = 0xd800;

function compileEnum(entity: unknown): QuickCheck | undefined {
  if (typeof entity !== 'object' || entity === null) return undefined;
  const values = new Set<unknown>(Object.values(entity));
  return (value) => values.has(value);
}

function compilePattern(pattern: unknown): QuickCheck | undefined {
  // With these flags a pattern remembers where it was.
  if (!(pattern instanceof RegExp) || pattern.global || pattern.sticky) return undefined;
  return (value) => typeof value === 'string' && pattern.test(value);
}

const plainEmail = /^[a-z\d]+(?:[._+-][a-z\d]+)*@(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,}$/i;

// So short that no part of it can be too long.
const shortEmail = 64;

function checkEmail(value: unknown): boolean | undefined {
  if (typeof value !== 'string' || !value.includes('@')) return false;
  return (value.length <= shortEmail && plainEmail.test(value)) || undefined;
}
