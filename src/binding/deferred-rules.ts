import { type AbstractClass, readLineage } from '../metadata/class';

const deferred = new Map<AbstractClass, () => void>();

/** Records the rules of a class of ours only when somebody needs them: class-validator takes 0.1 s to load. */
export function deferRules(type: AbstractClass, record: () => void): void {
  deferred.set(type, record);
}

/** Records the rules of a class and its ancestors that were put off until now. */
export function recordDeferredRules(type: AbstractClass): void {
  if (deferred.size === 0) return;
  for (const each of readLineage(type)) {
    const record = deferred.get(each);
    deferred.delete(each);
    record?.();
  }
}
