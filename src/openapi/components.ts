import type { AbstractClass } from '../metadata/class';
import type { Schema } from './schema';

/** What tells one schema from others. */
export interface ComponentKey {
  /** The class; none for a schema of the document's own. */
  readonly type?: AbstractClass;
  readonly name: string;
  /** How the class was read. */
  readonly variant: string;
}

interface Component extends ComponentKey {
  readonly way: 'in' | 'out';
  schema: Schema;
}

const mark = '\u0000schema ';

/**
 * The schemas that a document has once and refers to. They get their names at the end: the name of the class, so that a class
 * read in two ways that come to the same is one schema, and of two classes of one name the second has a number.
 */
export class Components {
  readonly #components: Component[] = [];

  /** A reference to a schema, which is read the first time. It may refer to itself. */
  refer(key: ComponentKey, way: 'in' | 'out', read: () => Schema): Schema {
    const known = this.#components.findIndex(
      ({ type, name, variant }) => type === key.type && name === key.name && variant === key.variant,
    );
    if (known !== -1) return { $ref: mark + String(known) };

    const component: Component = { ...key, way, schema: {} };
    const index = this.#components.push(component) - 1;
    component.schema = read();
    return { $ref: mark + String(index) };
  }

  /** The schemas by their names, and the same value with its references to them. */
  resolve<T>(value: T): { readonly schemas: Readonly<Record<string, Schema>>; readonly value: T } {
    const groups = this.#readGroups();
    const names = this.#readNames(groups);
    const write = <V>(each: V): V => replaceMarks(each, (index) => `#/components/schemas/${names[index] ?? ''}`);
    const schemas = names.map((name, index) => [name, write(this.#components[index]?.schema ?? {})] as const);
    return { schemas: Object.fromEntries(schemas), value: write(value) };
  }

  // Parts the schemas until those of a group are equal, as far as the groups that they refer to go.
  #readGroups(): readonly number[] {
    const types = this.#components.map(({ type, name }) => type ?? name);
    let groups = types.map((type) => types.indexOf(type));
    for (;;) {
      const current = groups;
      const looks = this.#components.map(
        ({ schema }, index) =>
          `${String(current[index])} ${JSON.stringify(replaceMarks(schema, (to) => String(current[to])))}`,
      );
      groups = looks.map((look) => looks.indexOf(look));
      if (new Set(groups).size === new Set(current).size) return groups;
    }
  }

  #readNames(groups: readonly number[]): readonly string[] {
    const taken = new Map<string, number>();
    return this.#components.map(({ name, type, way }, index) => {
      const group = groups[index] as number;
      const others = this.#components.filter((each, at) => each.type === type && type && groups[at] !== group);
      const isPlain = way === 'out' || !others.some((each) => each.way === 'out');
      const ways = this.#components.filter((_, at) => groups[at] === group);
      const base = toComponentName(isPlain || ways.some((each) => each.way === 'out') ? name : `${name}Input`);
      for (let count = 1; ; count++) {
        const candidate = count === 1 ? base : `${base}${count}`;
        const owner = taken.get(candidate);
        if (owner !== undefined && owner !== group) continue;
        taken.set(candidate, group);
        return candidate;
      }
    });
  }
}

// What a name of a component may consist of.
function toComponentName(name: string): string {
  return name.replace(/[^\w.-]/g, '_');
}

function replaceMarks<T>(value: T, replace: (index: number) => string): T {
  const text = JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'string' && each.startsWith(mark) ? replace(Number(each.slice(mark.length))) : each,
  );
  return JSON.parse(text) as T;
}
