import type { HttpRequest } from '../http/request';
import type { AbstractClass } from '../metadata/class';
import { parameterMetadata, type ParameterSource } from '../metadata/parameters';
import type { DecoratesParameter, ValueOf } from './decorated-parameter';

/** Decorates a parameter of any type. */
export type DecoratesAnyParameter = (prototype: object, action: string | symbol | undefined, index: number) => void;

/** A decorator that passes one value of a part of the request, or all of them as an object. */
export interface NamedParameter {
  (name?: string): DecoratesAnyParameter;
  <const Type>(name: string, type: Type): DecoratesParameter<ValueOf<Type>>;
}

/**
 * Passes a path parameter: what its converter made of it, else text converted to the parameter's type. Text that does
 * not fit the type is answered with 422.
 */
export const Param = createNamedParameter('param');

/** Passes a value of the query, converted to the parameter's type; absent is `undefined`. Without a name, all of them. */
export const Query = createNamedParameter('query');

/** Passes a header, converted to the parameter's type; absent is `undefined`. Without a name, all of them. */
export const Header = createNamedParameter('header');

/** Passes a cookie, converted to the parameter's type; absent is `undefined`. Without a name, all of them. */
export const Cookie = createNamedParameter('cookie');

/** Passes the body as it was parsed. */
export function Body(): DecoratesAnyParameter {
  return recordParameter('body', undefined, undefined);
}

/** Passes the request. */
export function Req(): DecoratesParameter<HttpRequest> {
  return recordParameter('request', undefined, undefined);
}

/** Passes the signal that aborts when the client leaves or the view's time limit ends. */
export function Signal(): DecoratesParameter<AbortSignal> {
  return recordParameter('signal', undefined, undefined);
}

function createNamedParameter(source: ParameterSource): NamedParameter {
  return (name?: string, type?: unknown) => recordParameter(source, name, type);
}

function recordParameter(source: ParameterSource, name: string | undefined, type: unknown) {
  return (prototype: unknown, action: string | symbol | undefined, index: number): void => {
    const declaredBy = (prototype as object).constructor as AbstractClass;
    parameterMetadata.append(declaredBy, { action: String(action), index, source, name, type });
  };
}
