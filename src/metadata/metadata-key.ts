declare const value: unique symbol;

/** A decorator that records a typed value on a class or method, and the key to read it by. Made by `createMetadata`. */
export interface MetadataKey<T> {
  (...recorded: T extends true ? [] : [recorded: T]): ClassDecorator & MethodDecorator;
  readonly key: symbol;
  readonly [value]?: T;
}
