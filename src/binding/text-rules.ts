import type { TypeRule } from './text-type';

const rules = new Map<unknown, string>([
  [String, 'isString'],
  [Number, 'isNumber'],
  [Boolean, 'isBoolean'],
  [BigInt, 'isBigInt'],
  [Date, 'isDate'],
]);

/** The rule that a text breaks which cannot become a value of a type: of a field's own rules the one that tells the type. */
export function readTextRule(type: unknown, own: readonly TypeRule[] = []): string {
  const named = own.find(({ name }) => name !== undefined && typeRules.has(name))?.name;
  return named ?? rules.get(Array.isArray(type) ? type[0] : type) ?? 'isEnum';
}

const typeRules: ReadonlySet<string> = new Set([...rules.values(), 'isInt', 'isEnum', 'isIn']);
