import type { DeclaredParameter } from '../metadata/parameters';

/** The type of a parameter as the compiler emitted it; `undefined` where it emits none. */
export function readEmittedType({ declaredBy, action, index }: DeclaredParameter): unknown {
  const emitted = Reflect.getMetadata('design:paramtypes', declaredBy.prototype as object, action) as
    readonly unknown[] | undefined;
  return emitted?.[index];
}
