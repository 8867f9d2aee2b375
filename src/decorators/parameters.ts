import type { HttpRequest } from '../http/request';
import { type AbstractClass, isClass } from '../metadata/class';
import type { BodyOptions, ParameterSource } from '../metadata/parameters';
import type { DecoratesParameter, ValueOf } from './decorated-parameter';
import { recordParameter } from './record-parameter';

/** Decorates a parameter of any type. */
export type DecoratesAnyParameter = (prototype: object, action: string | symbol | undefined, index: number) => void;

/** A decorator that passes one value of a part of the request, or all of them as an object. */
export interface NamedParameter {
  (name?: string): DecoratesAnyParameter;
  <const Type>(name: string, type: Type): DecoratesParameter<ValueOf<Type>>;
  <Instance>(type: AbstractClass<Instance>): DecoratesParameter<Instance>;
}

/**
 * Passes a path parameter: what its converter made of it, else text converted to the parameter's type. Text that does
 * not fit the type is answered with 422.
 */
export const Param = createNamedParameter('param');

/**
 * Passes a value of the query, converted to the parameter's type; absent is `undefined`. Without a name, the whole query
 * as an instance of the parameter's class.
 *
 * @example
 * ```ts
 * list(@Query() query: ListNotes, @Query('page') page: number, @Query('tags', [String]) tags: string[] = []) {}
 * ```
 */
export const Query = createNamedParameter('query');

/** Passes a header, converted to the parameter's type; absent is `undefined`. Without a name, all of them. */
export const Header = createNamedParameter('header');

/** Passes a cookie, converted to the parameter's type; absent is `undefined`. Without a name, all of them. */
export const Cookie = createNamedParameter('cookie');

/**
 * Passes the body as an instance of a class, with all its rules checked: of the given class, `[Item]` for a list, else
 * of the parameter's own.
 */
export function Body(type?: undefined, options?: BodyOptions): DecoratesAnyParameter;
/** Passes the body as the given type. */
export function Body<const Type>(type: Type, options?: BodyOptions): DecoratesParameter<ValueOf<Type>>;
// An implementation must fit all its overloads.
export function Body(type?: unknown, options?: BodyOptions): DecoratesParameter<never> {
  return recordParameter({ source: 'body', type, ...(options && { body: options }) });
}

/** Passes the bytes of the body as they came, of any content type; no body is an empty buffer. */
export function RawBody(): DecoratesParameter<Buffer> {
  return recordParameter({ source: 'rawBody' });
}

/** Passes the request. */
export function Req(): DecoratesParameter<HttpRequest> {
  return recordParameter({ source: 'request' });
}

/** Passes the signal that aborts when the client leaves or the view's time limit ends. */
export function Signal(): DecoratesParameter<AbortSignal> {
  return recordParameter({ source: 'signal' });
}

function createNamedParameter(source: ParameterSource): NamedParameter {
  return (first?: string | AbstractClass, type?: unknown) =>
    recordParameter(isClass(first) ? { source, type: first } : { source, name: first as string | undefined, type });
}
