import type { ValidatorConstraintInterface } from 'class-validator';
import type { HttpRequest } from '../../http/request';
import { type Class, isClass } from '../../metadata/class';
import { injectableMetadata } from '../../metadata/injection';
import { type LibraryRule, loadClassValidator } from '../library-metadata';

/** A validator of class-validator: what one rule runs. */
export interface Constraint {
  readonly type: Class<ValidatorConstraintInterface>;
  /** Its name, which is the name of the rule in an issue. */
  readonly name: string;
}

/** Gives the validator of a rule, for a request. */
export type ReadConstraint = (request: HttpRequest) => ValidatorConstraintInterface;

/** The validators of a rule: one, or none where its class is not marked as a validator. */
export function readConstraints({ constraintCls, type }: LibraryRule): readonly Constraint[] {
  const storage = loadClassValidator()?.getMetadataStorage();
  return (storage?.getTargetValidatorConstraints(constraintCls) ?? []).map(({ target, name }) => ({
    type: target as Class<ValidatorConstraintInterface>,
    name: name || type,
  }));
}

/** Decides at boot where a validator comes from: the request's scope, or one instance for all requests. */
export function compileConstraint({ type }: Constraint): ReadConstraint {
  if (isInjectable(type)) return ({ scope }) => scope.get(type);
  const instance = readInstance(type);
  return () => instance;
}

/** Tells a validator class that the container builds: it is marked so, or its constructor has parameters. */
export function isInjectable(type: unknown): type is Class {
  return isClass(type) && (injectableMetadata.nearest(type).length > 0 || type.length > 0 || hasParameters(type));
}

// `length` stops at the first parameter with a default.
function hasParameters(type: Class): boolean {
  const emitted: unknown = Reflect.getMetadata('design:paramtypes', type);
  return Array.isArray(emitted) && emitted.length > 0;
}

// Not class-validator's own instance: a container that `useContainer` has set would be asked for it.
function readInstance(type: Class<ValidatorConstraintInterface>): ValidatorConstraintInterface {
  const known = instances.get(type);
  if (known) return known;
  const instance = new type();
  instances.set(type, instance);
  return instance;
}

const instances = new WeakMap<Class, ValidatorConstraintInterface>();
