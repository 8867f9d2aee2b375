import { describeCloseNames } from '../errors/close-names';
import { isDecorated } from '../injection/parameters';
import { type AbstractClass, readLineage } from '../metadata/class';
import { describeToken } from '../metadata/token';

/** What is known of a class's members without building it. */
export interface ClassMembers {
  /** The names of methods and accessors, inherited ones included. */
  readonly names: ReadonlySet<string>;
  readonly descriptors: ReadonlyMap<string | symbol, PropertyDescriptor>;
  /** Tells whether the class may have a member of this name. */
  has(name: string): boolean;
}

/** Reads the members of a class. Fields and abstract methods are not there before an instance is. */
export function readMembers(type: AbstractClass): ClassMembers {
  const lineage = readLineage(type);
  const descriptors = new Map<string | symbol, PropertyDescriptor>();
  for (const { prototype } of [...lineage].reverse()) {
    for (const key of Reflect.ownKeys(prototype as object)) {
      if (key !== 'constructor') descriptors.set(key, Reflect.getOwnPropertyDescriptor(prototype as object, key) ?? {});
    }
  }
  const names = new Set([...descriptors.keys()].filter((key) => typeof key === 'string'));

  return {
    names,
    descriptors,
    // A field that holds a function leaves no trace but in the text of the class.
    has: (name) =>
      names.has(name) ||
      lineage.some((each) => mentions(each, name)) ||
      (!isDecorated(type) && isOnItsOwn(name, names)),
  };
}

// An abstract method leaves no trace at all, so a class that may be abstract may have it, unless it looks like a slip.
// Short names are close to each other by nature: `get` and `set`.
function isOnItsOwn(name: string, names: ReadonlySet<string>): boolean {
  return name.length < 4 || describeCloseNames(name, names) === '';
}

/** Gives a fake all methods and accessors of its class, so that whatever the test did not foresee throws. */
export function fillGaps(fake: object, type: AbstractClass, { descriptors }: ClassMembers): void {
  for (const [key, descriptor] of descriptors) {
    const name = String(key);
    if (!('value' in descriptor)) Object.defineProperty(fake, key, { ...hidden, get: refuse(type, name, 'read') });
    else if (typeof descriptor.value === 'function') {
      const method = calledByKernel.has(key) ? ignore : refuse(type, name, 'called');
      Object.defineProperty(fake, key, { ...hidden, writable: true, value: method });
    }
  }
}

const hidden = { configurable: true, enumerable: false };

// The kernel calls them on whatever has them. That a test has not foreseen them is no fault of the test.
const calledByKernel = new Set<string | symbol>(['onStart', 'onStop', 'dispose', Symbol.dispose, Symbol.asyncDispose]);

function refuse(type: AbstractClass, name: string, use: 'called' | 'read'): () => never {
  return () => {
    throw new Error(`\`${describeToken(type)}.${name}\` was ${use}, but the fake has no \`${name}\`.`);
  };
}

function mentions(type: AbstractClass, name: string): boolean {
  return Function.prototype.toString
    .call(type)
    .split(/[^\w$]+/)
    .includes(name);
}

function ignore(): void {
  // Nothing to start, stop or dispose.
}
