import type { AbstractClass } from '../metadata/class';
import { type ParameterMetadata, parameterMetadata } from '../metadata/parameters';

/** A parameter decorator that records what it was told, and does nothing else. */
export function recordParameter(recorded: Omit<ParameterMetadata, 'action' | 'index'>) {
  return (prototype: unknown, action: string | symbol | undefined, index: number): void => {
    const declaredBy = (prototype as object).constructor as AbstractClass;
    parameterMetadata.append(declaredBy, { action: String(action), index, ...recorded });
  };
}
