import type { AbstractClass } from './class';

/** Classes that a decorator has seen, as long as something else keeps them. */
class KnownClasses {
  readonly #seen = new WeakSet<AbstractClass>();
  readonly #references: WeakRef<AbstractClass>[] = [];

  /** Remembers a class. */
  add(type: AbstractClass): void {
    if (this.#seen.has(type)) return;
    this.#seen.add(type);
    this.#references.push(new WeakRef(type));
  }

  /** All that are still there, in the order in which they were loaded. */
  read(): AbstractClass[] {
    return this.#references.flatMap((each) => each.deref() ?? []);
  }
}

/** The classes with `@Route` that the process has loaded. */
export const loadedViews = new KnownClasses();

/** The modules that the process has loaded. */
export const loadedModules = new KnownClasses();
