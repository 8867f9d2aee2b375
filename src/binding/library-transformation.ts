import type { ClassTransformOptions } from 'class-transformer';
import type { Class } from '../metadata/class';
import { toClass } from './library-metadata';

/**
 * Gives the `plainToInstance` of class-transformer for one class, less its conversions of single values: what arrives is
 * JSON, or was converted from text by our own rules, so `@Type(() => Number)` would only make `5` of `"5"` and `0` of `[]`.
 */
export function createTransformation(type: Class, options: ClassTransformOptions): (plain: object) => object {
  const Executor = loadExecutor();
  const all = { ...plainOptions, ...options };
  // The library makes one for each call, too: it remembers what it has met.
  return (plain) => new Executor(toClass, all).transform(undefined, plain, type) as object;
}

// Those that class-transformer starts from.
const plainOptions: ClassTransformOptions = {
  enableCircularCheck: false,
  enableImplicitConversion: false,
  excludeExtraneousValues: false,
  exposeDefaultValues: false,
  exposeUnsetFields: true,
  ignoreDecorators: false,
};

interface LibraryExecutor {
  transform(source: unknown, value: unknown, type?: unknown, ...others: unknown[]): unknown;
}

type LibraryExecutorClass = new (direction: typeof toClass, options: ClassTransformOptions) => LibraryExecutor;

// Each value of an object goes through `transform`, with the type that `@Type` gives it.
function loadExecutor(): LibraryExecutorClass {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded where it is needed; it has no other address
  const library = require('class-transformer/cjs/TransformOperationExecutor') as Record<string, LibraryExecutorClass>;
  const Executor = library['TransformOperationExecutor'] as LibraryExecutorClass;
  return class extends Executor {
    override transform(source: unknown, value: unknown, type?: unknown, ...others: unknown[]): unknown {
      return super.transform(source, value, ofSingleValues.has(type) ? undefined : type, ...others);
    }
  };
}

// Of a date that is a `Date` already the library makes a copy without being told the type.
const ofSingleValues = new Set<unknown>([String, Number, Boolean, Date]);
