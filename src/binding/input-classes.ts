import { type Class, isClass } from '../metadata/class';
import type { DeclaredParameter } from '../metadata/parameters';
import { readInputParameter } from './input-parameter';
import { readConstraintClasses } from './validation/constraint-classes';

/** The validator classes that the inputs of a method need of the container. */
export function readValidatorClasses(parameters: readonly DeclaredParameter[]): readonly Class[] {
  const types = parameters.map((each) => readInputParameter(each)?.type).map((type: unknown) => [type].flat()[0]);
  // What is no class is a fault, which is told elsewhere.
  return types.filter(isClass).flatMap((type) => readConstraintClasses(type));
}
