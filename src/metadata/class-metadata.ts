import { type AbstractClass, readLineage } from './class';

/** One kind of entry that decorators record on classes, in the order in which they recorded them. */
export class ClassMetadata<Entry> {
  readonly #entries = new WeakMap<AbstractClass, Entry[]>();

  /** Adds an entry after those the class has. */
  append(target: AbstractClass, entry: Entry): void {
    const entries = this.#entries.get(target);
    if (entries) entries.push(entry);
    else this.#entries.set(target, [entry]);
  }

  /** Adds an entry before those the class has: decorators above run after those below. */
  prepend(target: AbstractClass, entry: Entry): void {
    this.#entries.set(target, [entry, ...this.own(target)]);
  }

  /** The entries recorded on the class itself. */
  own(target: AbstractClass): readonly Entry[] {
    return this.#entries.get(target) ?? [];
  }

  /** The entries of the class and its ancestors, those of the most distant ancestor first. */
  inherited(target: AbstractClass): readonly Entry[] {
    return readLineage(target)
      .reverse()
      .flatMap((each) => this.own(each));
  }

  /** The entries of the nearest class in the lineage that has any. */
  nearest(target: AbstractClass): readonly Entry[] {
    return this.own(readLineage(target).find((each) => this.#entries.has(each)) ?? target);
  }
}
