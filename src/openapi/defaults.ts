import type { AbstractClass, Class } from '../metadata/class';

/** What the fields of a new instance hold, as JSON: what stays where an input says nothing. */
export function readDefaults(type: AbstractClass): ReadonlyMap<string, unknown> {
  const initial = Object.entries(createInstance(type)).flatMap(([name, value]): [string, unknown][] => {
    const plain = toJson(value);
    return plain === undefined || plain === null ? [] : [[name, plain]];
  });
  return new Map(initial);
}

function createInstance(type: AbstractClass): object {
  try {
    return new (type as Class)();
  } catch {
    // A class that cannot be made without more is made so by nobody else, either.
    return {};
  }
}

function toJson(value: unknown): unknown {
  try {
    const text = JSON.stringify(value) as string | undefined;
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
