import { assertAllowedKey } from './forbidden-keys';
import { toPointer } from './pointer';
import type { Report } from './report';

/**
 * Proves that a value of which no class is known is not too deep, has no too long arrays and no forbidden keys.
 *
 * The answer is `false`, and the report has the issue, where it is not so.
 */
export function isWithinLimits(value: unknown, depth: number, report: Report): boolean {
  if (!isContainer(value)) return true;
  if (!assertDepth(depth, report)) return false;
  if (Array.isArray(value)) return areItemsWithin(value, depth, report);

  for (const [key, child] of Object.entries(value)) {
    assertAllowedKey(key, report.source);
    if (!isChildWithin(child, key, { depth, report })) return false;
  }
  return true;
}

/** Tells a list of plain values, such as text, that is not too long. */
export function isFlat(value: unknown, most: number): boolean {
  if (!Array.isArray(value) || value.length > most) return false;
  for (const item of value as readonly unknown[]) if (typeof item === 'object' && item !== null) return false;
  return true;
}

/** Tells whether one more level is allowed; the report has the issue where it is not. */
export function assertDepth(depth: number, report: Report): boolean {
  const { limits } = report;
  if (depth <= limits.depth) return true;
  report.add('', 'depth', `the value must not be nested more than ${limits.depth} levels deep`);
  return false;
}

/** Tells whether an array is not too long; the report has the issue where it is. */
export function assertLength(items: readonly unknown[], report: Report): boolean {
  const { limits } = report;
  if (items.length <= limits.items) return true;
  report.add('', 'items', `the value must not have more than ${limits.items} items`);
  return false;
}

function areItemsWithin(items: readonly unknown[], depth: number, report: Report): boolean {
  return assertLength(items, report) && items.every((item, index) => isChildWithin(item, index, { depth, report }));
}

function isChildWithin(child: unknown, name: string | number, at: { readonly depth: number; readonly report: Report }) {
  const { depth, report } = at;
  if (!isContainer(child)) return true;
  const { length } = report;
  if (isWithinLimits(child, depth + 1, report)) return true;
  report.extend(toPointer(name), length, report.waiting);
  return false;
}

// A date or a file of a form has no keys that a client chose. By the chain: Jest has an Object.prototype for each realm.
function isContainer(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
}
