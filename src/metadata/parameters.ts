import { type AbstractClass, readLineage } from './class';
import { ClassMetadata } from './class-metadata';

/** The part of a request that an argument is read from. */
export type ParameterSource = 'param' | 'query' | 'header' | 'cookie' | 'body' | 'request' | 'signal';

/** What `@Param` and its siblings recorded on one parameter of a view's method. */
export interface ParameterMetadata {
  readonly action: string;
  readonly index: number;
  readonly source: ParameterSource;
  /** `undefined` takes the whole source, such as the whole query. */
  readonly name: string | undefined;
  /** The type that was given; `undefined` leaves it to the emitted one. */
  readonly type: unknown;
}

/** One decorated parameter, with the class that declares its method. */
export interface DeclaredParameter extends ParameterMetadata {
  readonly declaredBy: AbstractClass;
}

export const parameterMetadata = new ClassMetadata<ParameterMetadata>();

/** The decorated parameters of one action: those of the nearest class that decorates any. In order. */
export function readParameterMetadata(view: AbstractClass, action: string): DeclaredParameter[] {
  for (const declaredBy of readLineage(view)) {
    const parameters = parameterMetadata.own(declaredBy).filter((each) => each.action === action);
    if (parameters.length > 0) {
      return parameters.map((each) => ({ ...each, declaredBy })).sort((left, right) => left.index - right.index);
    }
    // A method without decorated parameters of its own is called with none.
    if (Object.hasOwn(declaredBy.prototype as object, action)) return [];
  }
  return [];
}
