const rules = new Map<unknown, string>([
  [String, 'isString'],
  [Number, 'isNumber'],
  [Boolean, 'isBoolean'],
  [BigInt, 'isBigInt'],
  [Date, 'isDate'],
]);

/** The rule that a text breaks which cannot become a value of a type. */
export function readTextRule(type: unknown): string {
  return rules.get(Array.isArray(type) ? type[0] : type) ?? 'isEnum';
}
