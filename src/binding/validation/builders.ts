import type { AbstractClass, Class } from '../../metadata/class';
import { readDto } from '../dto/read-dto';
import { compileBuild } from './compile-build';
import { isOwnClass, needsLibrary, readInputFields, readNestedType } from './input-field';
import type { InputOptions } from './input-options';
import { compileLibraryBuild, type TargetMap } from './library-build';
import type { BuildObject } from './reading';

/** How the objects of an input are built: the builders of all classes that it reaches, each compiled once. */
export class Builders {
  readonly #builds = new Map<unknown, BuildObject>();
  readonly #preparations = new Map<string | undefined, Map<AbstractClass, BuildObject>>();
  readonly #targetMaps: TargetMap[] = [];

  constructor(private readonly options: InputOptions) {}

  /** Builds instances of a class: by our own code, or by class-transformer where the class needs that. */
  of(type: Class): BuildObject {
    return readLate(this.#builds, type, () => {
      if (!needsLibrary(readDto(type))) return this.#compile(type);
      return compileLibraryBuild(type, {
        options: this.options,
        prepare: this.#prepare(type, undefined),
        targetMaps: this.#targetMaps,
      });
    });
  }

  #compile(type: Class): BuildObject {
    const fields = readInputFields(type, this.options);
    const plan = { type, fields, discriminator: undefined, options: this.options };
    return compileBuild(plan, (nested) => this.of(nested));
  }

  // What class-transformer is given: a plain copy, with known keys only.
  #prepare(type: Class, discriminator: string | undefined): BuildObject {
    const known = this.#preparations.get(discriminator) ?? new Map<AbstractClass, BuildObject>();
    this.#preparations.set(discriminator, known);
    return readLate(known, type, () => {
      const fields = readInputFields(type, this.options);
      this.#targetMaps.push(readTargetMap(type));
      const plan = { type: undefined, fields, discriminator, options: this.options };
      return compileBuild(plan, (nested, property) => this.#prepare(nested, property));
    });
  }
}

// A class may reach itself, before its own builder is there.
function readLate(builds: Map<unknown, BuildObject>, type: Class, compile: () => BuildObject): BuildObject {
  const known = builds.get(type);
  if (known) return known;

  let compiled: BuildObject | undefined = undefined;
  builds.set(type, (value, report, depth) => (compiled as BuildObject)(value, report, depth));
  compiled = compile();
  builds.set(type, compiled);
  return compiled;
}

// class-transformer knows a nested class only by `@Type`; by this map it knows the emitted one, too.
function readTargetMap(type: Class): TargetMap {
  const nested = readDto(type).fields.filter(({ declared, chooseType }) => !isOwnClass(declared) && !chooseType);
  const properties = nested.map((field) => [field.name, readNestedType(field)] as const);
  return {
    target: type,
    properties: Object.fromEntries(properties.filter(([, each]) => each !== undefined)) as TargetMap['properties'],
  };
}
