import type { AbstractClass, Class } from '../../metadata/class';
import { type DtoField, readDto } from '../dto/read-dto';
import { readRules } from '../library-metadata';
import { isInjectable, readConstraints } from './constraints';
import { isOwnClass, readNestedType } from './input-field';

/** The validator classes of a DTO, and of all that it reaches, which the container builds: the graph must have them. */
export function readConstraintClasses(type: Class | readonly [Class]): readonly Class[] {
  const constraints = readReached(Array.isArray(type) ? (type[0] as Class) : (type as Class))
    .flatMap((each) => readRules(each))
    .flatMap((rule) => readConstraints(rule).map((constraint) => constraint.type));
  return [...new Set<Class>(constraints)].filter(isInjectable);
}

/** A DTO class and all classes that its fields reach. */
export function readReached(type: AbstractClass): readonly AbstractClass[] {
  const reached = new Set<AbstractClass>([type]);
  // A set takes more while it is walked.
  for (const each of reached) {
    for (const next of readDto(each).fields.flatMap(readFieldClasses)) reached.add(next);
  }
  return [...reached];
}

function readFieldClasses(field: DtoField): Class[] {
  const subTypes = field.typeOptions?.discriminator?.subTypes.map(({ value }) => value as unknown) ?? [];
  return [readNestedType(field), ...subTypes].filter(isOwnClass);
}
