import { isOwnClass } from '../binding/validation/input-field';
import { readParameterType } from '../binding/compile-parameter';
import type { Class } from '../metadata/class';
import type { DeclaredParameter } from '../metadata/parameters';

/** The class that a parameter is built of, or each of the list that it is. */
export interface ParameterDto {
  readonly type: Class;
  readonly isList: boolean;
}

/** The class of a parameter that takes all of its source; `undefined` where it is no class of the application. */
export function readParameterDto(parameter: DeclaredParameter): ParameterDto | undefined {
  const type = readParameterType(parameter);
  const isList = Array.isArray(type);
  const item: unknown = isList ? type[0] : type;
  return isOwnClass(item) ? { type: item, isList } : undefined;
}
