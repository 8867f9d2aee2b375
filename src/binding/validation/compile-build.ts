import type { Class } from '../../metadata/class';
import { compileStep } from './build-step';
import { compileUnknown, type KnownKeys } from './compile-unknown';
import { generateBuild } from './generate-build';
import type { BuildObject, ReadBuild } from './reading';

/** What objects are built of. */
export interface BuildPlan extends KnownKeys {
  /** The class of the objects; `undefined` for plain copies for class-transformer, which knows fields by their keys. */
  readonly type: Class | undefined;
}

/** Decides at boot how an object is built: a new one, into which only known keys are copied. */
export function compileBuild(plan: BuildPlan, readBuild: ReadBuild): BuildObject {
  const { type, fields, options } = plan;
  const steps = fields.map((field) => compileStep(field, { isPlain: !type, options, readBuild }));
  return generateBuild({ type, steps, readUnknown: compileUnknown(plan), limits: options.limits });
}
