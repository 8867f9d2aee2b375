import { assertAllowedKey } from './forbidden-keys';
import { isWithinLimits } from './free-value';
import type { InputField } from './input-field';
import type { InputOptions } from './input-options';
import { toPointer } from './pointer';
import type { FieldPlace } from './reading';

/** The keys that are known. */
export interface KnownKeys {
  readonly fields: readonly InputField[];
  /** A key that the input may have besides. */
  readonly discriminator: string | undefined;
  readonly options: InputOptions;
}

/** Reads the keys of an input that are no fields into the object that is built. */
export type ReadUnknown = (built: object, place: FieldPlace) => void;

/**
 * Decides at boot what becomes of keys that are no fields. The answer is `undefined` where they are left alone: headers,
 * cookies and path have keys of others, which are nobody's mistake.
 */
export function compileUnknown({ fields, discriminator, options }: KnownKeys): ReadUnknown | undefined {
  const { unknownProperties } = options;
  const isClosed = options.in === 'query' || options.in === 'body' || options.in === 'file';
  if (!isClosed && unknownProperties === 'strip') return undefined;

  const known = new Set(fields.map(({ key }) => key));
  return (built, place) => {
    const value = place.parent as Values;
    for (const key of Object.keys(value)) {
      if (known.has(key)) continue;
      if (key === discriminator) {
        (built as Values)[key] = value[key];
        continue;
      }
      if (isClosed) assertAllowedKey(key, options.in);
      readUnknownKey(key, value[key], { built, place, unknownProperties });
    }
  };
}

type Values = Record<string, unknown>;

interface UnknownPlace extends Pick<InputOptions, 'unknownProperties'> {
  readonly built: object;
  readonly place: FieldPlace;
}

function readUnknownKey(key: string, raw: unknown, { built, place, unknownProperties }: UnknownPlace): void {
  const { report, depth } = place;
  const { length } = report;
  if (unknownProperties === 'reject') report.add('', 'unknown', `property ${key} should not exist`);
  // What is stripped is looked through, too: the keys that no input may have are refused wherever they stand.
  const isAllowed = isWithinLimits(raw, depth + 1, report) && unknownProperties === 'allow';
  // What the class inherits stays: its methods, and those that all objects have.
  if (isAllowed && !(key in built)) (built as Values)[key] = raw;
  if (report.length > length) report.extend(toPointer(key), length, report.waiting);
}
