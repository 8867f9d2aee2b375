import type { AbstractClass } from '../metadata/class';
import type { HttpMethod } from '../metadata/http-method';
import { methodMetadata, type MethodOptions } from '../metadata/views';

/** Answers `GET` requests, and `HEAD` where the view has no method for it. `subpath` is appended to the view's pattern. */
export const Get = createMethodDecorator('GET');

/** Answers `POST` requests. `subpath` is appended to the view's pattern. */
export const Post = createMethodDecorator('POST');

/** Answers `PUT` requests. `subpath` is appended to the view's pattern. */
export const Put = createMethodDecorator('PUT');

/** Answers `PATCH` requests. `subpath` is appended to the view's pattern. */
export const Patch = createMethodDecorator('PATCH');

/** Answers `DELETE` requests. `subpath` is appended to the view's pattern. */
export const Delete = createMethodDecorator('DELETE');

/** Answers `HEAD` requests in place of the method for `GET`. `subpath` is appended to the view's pattern. */
export const Head = createMethodDecorator('HEAD');

/** Answers `OPTIONS` requests in place of the automatic answer. `subpath` is appended to the view's pattern. */
export const Options = createMethodDecorator('OPTIONS');

/** A decorator that makes a method of a view answer an HTTP method. */
export interface MethodMarker {
  (subpath: string, options: MethodOptionsWithoutBody): MarksAnyMethod;
  (options: MethodOptionsWithoutBody): MarksAnyMethod;
  (subpath?: string, options?: MethodOptions): MarksAnsweringMethod;
  (options: MethodOptions): MarksAnsweringMethod;
}

/** Options whose status has no body, so that the method may return nothing. */
export interface MethodOptionsWithoutBody extends MethodOptions {
  readonly status: 204 | 205 | 304;
}

/** Decorates a method whatever it returns. */
export type MarksAnyMethod = (prototype: object, action: string) => void;

/** Decorates a method that returns something. */
export type MarksAnsweringMethod = <Result>(
  prototype: object,
  action: string,
  descriptor: TypedPropertyDescriptor<(...parameters: never[]) => Result> & RefuseNothing<Result>,
) => void;

/** Refuses a method that returns nothing. */
export type RefuseNothing<Result> =
  ReturnsNothing<Result> extends true
    ? { 'this view method returns nothing; return a value, or add { status: 204 }': never }
    : unknown;

// `never` is a method that always throws. Objects are compared, since TypeScript decides that at once also for the type
// parameter of a base class, and `never` only for what is surely nothing: `any` passes.
/** Whether a method returns nothing. */
export type ReturnsNothing<Result> = { readonly value: Awaited<Result> } extends { readonly value: never }
  ? false
  : // `void` stands in a method that has no return statement.
    // eslint-disable-next-line @typescript-eslint/no-invalid-void-type
    { readonly value: Exclude<Awaited<Result>, undefined | void> } extends { readonly value: never }
    ? true
    : false;

function createMethodDecorator(httpMethod: HttpMethod): MethodMarker {
  return (first: string | MethodOptions = '', second: MethodOptions = {}): MarksAnyMethod => {
    const [subpath, options] = typeof first === 'string' ? [first, second] : ['', first];
    return (prototype, action) => {
      methodMetadata.append(prototype.constructor as AbstractClass, { httpMethod, subpath, action, options });
    };
  };
}
