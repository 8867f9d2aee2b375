import { type AbstractClass, readLineage } from './class';
import { ClassMetadata } from './class-metadata';
import { type HttpMethod, httpMethods } from './http-method';

/** What `@Route` recorded. */
export interface RouteMetadata {
  readonly pattern: string;
  readonly name: string | undefined;
}

/** What `@Get` and its siblings can be told. */
export interface MethodOptions {
  /** The status of a value, and of a response that was told none; 200 unless told. */
  readonly status?: number;
  /** The name to reverse the route by. */
  readonly name?: string;
  /** Milliseconds until 503 is answered; overrides the `requestTimeout` of the settings, 0 is no limit. */
  readonly timeout?: number;
}

/** What `@Get` and its siblings recorded on one method of a view. */
export interface MethodMetadata {
  readonly httpMethod: HttpMethod;
  readonly subpath: string;
  /** The name of the view's method. */
  readonly action: string;
  readonly options: MethodOptions;
}

/** What a decorator of `createMetadata` recorded; `action` is `undefined` on a class. */
export interface ValueMetadata {
  readonly action: string | undefined;
  readonly value: unknown;
}

export const routeMetadata = new ClassMetadata<RouteMetadata>();
export const methodMetadata = new ClassMetadata<MethodMetadata>();
export const attributeMetadata = new ClassMetadata<string>();

const valueMetadata = new Map<symbol, ClassMetadata<ValueMetadata>>();

/** The records of one decorator of `createMetadata`. */
export function readValueMetadata(key: symbol): ClassMetadata<ValueMetadata> {
  const known = valueMetadata.get(key) ?? new ClassMetadata<ValueMetadata>();
  valueMetadata.set(key, known);
  return known;
}

/** Base classes whose subclasses answer with methods named after HTTP methods. */
export const classBasedMetadata = new ClassMetadata<true>();

/** Tells whether methods named `get`, `post` … answer without a decorator. */
export function isClassBased(view: AbstractClass): boolean {
  return classBasedMetadata.inherited(view).length > 0;
}

/** The methods that answer, those of ancestors first. A class that decorates an action anew replaces its ancestors' records. */
export function readMethods(view: AbstractClass): MethodMetadata[] {
  const decorated = readLineage(view)
    .reverse()
    .flatMap((each) => methodMetadata.own(each).filter(({ action }) => !isReplaced(view, each, action)));
  if (!isClassBased(view)) return decorated;

  const actions = new Set(decorated.map(({ action }) => action));
  const named = httpMethods.filter((method) => !actions.has(method.toLowerCase()) && isNamedMethod(view, method));
  return [...decorated, ...named.map(toNamedMethod)];
}

// A nearer class than the one that recorded the action has recorded it, too.
function isReplaced(view: AbstractClass, recorder: AbstractClass, action: string): boolean {
  const nearest = readLineage(view).find((each) => methodMetadata.own(each).some((entry) => entry.action === action));
  return nearest !== recorder;
}

// The base class itself has a method `options`, which is the automatic answer.
function isNamedMethod(view: AbstractClass, method: HttpMethod): boolean {
  const owner = readLineage(view).find((each) => Object.hasOwn(each.prototype as object, method.toLowerCase()));
  return owner !== undefined && classBasedMetadata.own(owner).length === 0;
}

function toNamedMethod(httpMethod: HttpMethod): MethodMetadata {
  return { httpMethod, subpath: '', action: httpMethod.toLowerCase(), options: {} };
}
