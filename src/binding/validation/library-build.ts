import type { TargetMap as LibraryTargetMap } from 'class-transformer';
import type { Class } from '../../metadata/class';
import { createTransformation } from '../library-transformation';
import type { InputOptions } from './input-options';
import { type BuildObject, refused } from './reading';

/** The classes of the fields of a class. */
export type TargetMap = LibraryTargetMap;

/** What class-transformer builds of. */
export interface LibraryBuildPlan {
  readonly options: InputOptions;
  /** Makes the plain copy that class-transformer is given. */
  readonly prepare: BuildObject;
  /** May grow: a class that is chosen by a value is known when the value is. */
  readonly targetMaps: TargetMap[];
}

/** Decides at boot how class-transformer builds a class, such as one with `@Transform` or a discriminator. */
export function compileLibraryBuild(type: Class, { options, prepare, targetMaps }: LibraryBuildPlan): BuildObject {
  const { groups = [], isText } = options;
  const transformOptions = { exposeDefaultValues: true, targetMaps, ...(groups.length > 0 && { groups: [...groups] }) };
  const transform = createTransformation(type, transformOptions);

  return (value, report, depth) => {
    const { refusals } = report;
    const prepared = prepare(value, report, depth);
    // The fields of text are on one level: those that were refused are known by their names.
    if (prepared === refused || (!isText && report.refusals > refusals)) return refused;
    const instance = transform(prepared);
    report.replace(prepared, instance);
    return instance;
  };
}
