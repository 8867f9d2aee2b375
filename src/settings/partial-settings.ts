import { loadClassValidator } from '../binding/library-metadata';
import type { Class } from '../metadata/class';
import type { Settings } from './settings';

/** Copies settings so that class-validator passes over some of the fields, and finds other values in some. */
export function createPart(
  settings: Settings,
  skipped: readonly string[],
  values: Record<string, unknown> = {},
): Settings {
  const Part = readPartClass(settings.constructor as Class<Settings>, skipped);
  const part = Object.assign(new Part(), settings, values);
  // A getter is read even if no rule of it applies, and would meet a text in place of a `Secret`.
  const getters = skipped.filter((name) => !Object.hasOwn(part, name) && name in part);
  return Object.defineProperties(part, Object.fromEntries(getters.map((name) => [name, { value: undefined }])));
}

const parts = new WeakMap<Class, Map<string, Class<Settings>>>();

// class-validator cannot leave fields out. A subclass on which their rules never apply can, and what it records stays for
// the life of the process, so there is one for each choice of fields.
function readPartClass(type: Class<Settings>, skipped: readonly string[]): Class<Settings> {
  const known = parts.get(type) ?? new Map<string, Class<Settings>>();
  parts.set(type, known);

  const key = JSON.stringify(skipped);
  const part = known.get(key) ?? createPartClass(type, skipped);
  known.set(key, part);
  return part;
}

function createPartClass(type: Class<Settings>, skipped: readonly string[]): Class<Settings> {
  const part = class extends type {};
  Object.defineProperty(part, 'name', { value: type.name });
  for (const name of skipped) loadClassValidator()?.ValidateIf(() => false)(part.prototype, name);
  return part;
}
