/** Decorates a parameter that can hold a `Value`; any other does not compile. */
export type DecoratesParameter<Value> = <Target, Name extends string | symbol | undefined, Index extends number>(
  target: Target & RefuseMismatch<Value, ParameterType<Target, Name, Index>>,
  name: Name,
  index: Index,
) => void;

/** Refuses a parameter that cannot hold what it would be given. */
export type RefuseMismatch<Given, Wanted> = [Given] extends [Wanted]
  ? unknown
  : { 'this parameter cannot hold': Given };

/** The declared type of a parameter: of a constructor where there is no name, else of a method. */
export type ParameterType<Target, Name, Index extends number> = Name extends undefined
  ? // A private constructor does not fit this shape, so nothing can be said about it.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    Target extends abstract new (...parameters: infer Parameters) => any
    ? Parameters[Index]
    : unknown
  : Name extends keyof Target
    ? // What the method returns does not matter here.
      // eslint-disable-next-line @typescript-eslint/no-explicit-any
      Target[Name] extends (...parameters: infer Parameters) => any
      ? Parameters[Index]
      : unknown
    : unknown;

/** The value that a given type stands for: `Number` for numbers, a class for its instances, `[Item]` for a list. */
export type ValueOf<Type> = Type extends NumberConstructor
  ? number
  : Type extends StringConstructor
    ? string
    : Type extends BooleanConstructor
      ? boolean
      : Type extends BigIntConstructor
        ? bigint
        : Type extends readonly [infer Item]
          ? ValueOf<Item>[]
          : Type extends abstract new (...parameters: never[]) => infer Instance
            ? Instance
            : Type extends Readonly<Record<string, unknown>>
              ? // By name: an enum of numbers leads from each number back to its name, too.
                Type[keyof Type & string]
              : never;
