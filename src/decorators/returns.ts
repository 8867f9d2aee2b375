import type { EventStreamResponse } from '../http/event-stream-response';
import type { JsonResponse } from '../http/json-response';
import type { HttpResponse } from '../http/response';
import { returnsMetadata, type ReturnsOptions } from '../metadata/answers';
import type { AbstractClass, Class } from '../metadata/class';

/**
 * Says what a method answers: a DTO, or a list of them. Only the fields of the DTO leave, at any depth, also inside a
 * `JsonResponse` whose status is 2xx: those that have a decorator of class-validator or class-transformer, less those of
 * `@Exclude()`. They leave in order of declaration, which the libraries tell each for its own decorators: where some fields
 * have only `@Expose()` and others only rules, give all of them `@Expose()` if their order matters.
 *
 * What the method returns must have these fields, or it does not compile; it may have more. `{ unchecked: true }` leaves
 * it unchecked.
 *
 * @example
 * ```ts
 * @Get()
 * @Returns(NoteDto)
 * show(@Param('id') id: number) {
 *   return this.notes.find(id);
 * }
 * ```
 */
export function Returns(
  type: Class | readonly [Class],
  options: ReturnsOptions & { readonly unchecked: true },
): DecoratesAnyAnswer;
export function Returns<T extends object>(type: Class<T>, options?: ReturnsOptions): DecoratesAnswer<T>;
export function Returns<T extends object>(
  type: readonly [Class<T>],
  options?: ReturnsOptions,
): DecoratesAnswer<readonly T[]>;
export function Returns(type: Class | readonly [Class], options: ReturnsOptions = {}): DecoratesAnyAnswer {
  return (prototype, action) => {
    const isList = Array.isArray(type);
    returnsMetadata.append(prototype.constructor as AbstractClass, {
      action,
      type: (isList ? type[0] : type) as Class | undefined,
      isList,
      options,
    });
  };
}

/** Decorates a method whatever it returns. */
export type DecoratesAnyAnswer = (prototype: object, action: string) => void;

/** Decorates a method that returns what a DTO declares. */
export type DecoratesAnswer<T> = <Result>(
  prototype: object,
  action: string,
  descriptor: TypedPropertyDescriptor<(...parameters: never[]) => Result> & RefuseAnswer<Result, T>,
) => void;

/** Refuses a method that returns something else than a DTO declares. */
export type RefuseAnswer<Result, T> =
  WrongAnswer<Awaited<Result>, T> extends never
    ? unknown
    : { 'this method returns something else than its DTO declares': WrongAnswer<Awaited<Result>, T> };

/** What of the values that a method returns is no answer as the DTO declares it. */
export type WrongAnswer<Result, T> = 0 extends Result & 1
  ? never
  : Result extends JsonResponse<infer Body>
    ? WrongAnswer<Body, T>
    : Result extends EventStreamResponse<infer Item>
      ? WrongAnswer<Item, T>
      : Result extends HttpResponse | Answerable<T>
        ? never
        : Result;

/** What gives the JSON that a DTO declares: dates and whatever has a `toJSON` for text, a bigint also. Methods do not count. */
export type Answerable<T> = T extends Date | bigint
  ? T | string
  : T extends string
    ? T | (string extends T ? bigint | { toJSON(): string } : never)
    : T extends number | boolean | null | undefined
      ? T
      : T extends readonly (infer Item)[]
        ? readonly Answerable<Item>[]
        : T extends object
          ? {
              // `any` parameters: a method is left out whatever it takes.
              // eslint-disable-next-line @typescript-eslint/no-explicit-any
              [Name in keyof T as T[Name] extends (...parameters: any[]) => unknown ? never : Name]:
                Answerable<T[Name]> | (undefined extends T[Name] ? undefined : never);
            }
          : T;
