import { type AbstractClass, type Class, readLineage } from './class';
import { ClassMetadata } from './class-metadata';

/** What `@Returns` can be told. */
export interface ReturnsOptions {
  /** The groups of class-transformer's `@Expose({ groups })` whose fields leave; fields without groups always do. */
  readonly groups?: readonly string[];
  /** Leaves the method's result unchecked by the compiler: what the types cannot see, such as `@Transform`. */
  readonly unchecked?: boolean;
}

/** What `@Returns` recorded on one method of a view. */
export interface ReturnsMetadata {
  readonly action: string;
  /** As it was given: a circular import makes it `undefined`. */
  readonly type: Class | undefined;
  readonly isList: boolean;
  readonly options: ReturnsOptions;
}

/** What `@ResponseHeader` recorded; `action` is `undefined` on a class. */
export interface ResponseHeaderMetadata {
  readonly action: string | undefined;
  readonly name: string;
  readonly value: string | number | readonly string[];
}

/** What `@Raises` recorded; `action` is `undefined` on a class. */
export interface RaisesMetadata {
  readonly action: string | undefined;
  readonly errors: readonly Class[];
}

export const returnsMetadata = new ClassMetadata<ReturnsMetadata>();
export const responseHeaderMetadata = new ClassMetadata<ResponseHeaderMetadata>();
export const raisesMetadata = new ClassMetadata<RaisesMetadata>();

/** What an action returns: as the nearest class says that says anything, also of a method that is overridden. */
export function readReturns(view: AbstractClass, action: string): ReturnsMetadata | undefined {
  for (const each of readLineage(view)) {
    const found = returnsMetadata.own(each).find((entry) => entry.action === action);
    if (found) return found;
  }
  return undefined;
}

/** The headers of an action. Those of the method replace those of the class that have their names. */
export function readResponseHeaders(view: AbstractClass, action: string): ResponseHeaderMetadata[] {
  const recorded = responseHeaderMetadata.inherited(view);
  const ofMethod = recorded.filter((each) => each.action === action);
  const replaced = new Set(ofMethod.map(({ name }) => name.toLowerCase()));
  return [
    ...recorded.filter((each) => each.action === undefined && !replaced.has(each.name.toLowerCase())),
    ...ofMethod,
  ];
}

/** The errors that an action says it may raise: those of its class first, each once. */
export function readRaised(view: AbstractClass, action: string): Class[] {
  const recorded = raisesMetadata.inherited(view);
  const ofClass = recorded.filter((each) => each.action === undefined);
  const ofMethod = recorded.filter((each) => each.action === action);
  return [...new Set([...ofClass, ...ofMethod].flatMap(({ errors }) => errors))];
}
