import { assertDepth, isWithinLimits } from './free-value';
import { assertAllowedKey } from './forbidden-keys';
import type { InputField } from './input-field';
import type { InputOptions } from './input-options';
import { toPointer } from './pointer';
import { compileReadField } from './read-field';
import { type BuildObject, type FieldPlace, type ReadBuild, type ReadField, refused } from './reading';

/** What objects are built of. */
export interface BuildPlan {
  /** Makes the object that the fields are put into. */
  readonly create: () => object;
  readonly fields: readonly InputField[];
  /** Tells that the object is a plain copy for class-transformer, which knows fields by the keys of the input. */
  readonly isPlain: boolean;
  /** A key that the input may have besides. */
  readonly discriminator: string | undefined;
  readonly options: InputOptions;
}

/** Decides at boot how an object is built: a new one, into which only known keys are copied. */
export function compileBuild(plan: BuildPlan, readBuild: ReadBuild): BuildObject {
  const { create, fields, options } = plan;
  const steps = fields.map(({ field, key, plainKey, isSkipped }) => ({
    key,
    name: field.name,
    target: plan.isPlain ? plainKey : field.name,
    step: toPointer(plainKey),
    isSkipped,
    read: compileReadField(field, options, readBuild),
  }));
  const readUnknown = compileUnknown(plan);

  return (value, report, depth) => {
    if (!assertDepth(depth, report)) return refused;
    const built = create();
    const place = { parent: value, report, depth };
    let known = 0;
    for (const each of steps) {
      const raw = (value as Values)[each.key];
      if (raw === undefined || (each.isSkipped && !Object.hasOwn(value, each.key))) continue;
      known++;
      const result = readStep(raw, each, place);
      if (result === refused) report.refuse(built, each.name);
      else if (!each.isSkipped) (built as Values)[each.target] = result;
    }
    readUnknown?.(value, { built, known, place });
    return built;
  };
}

type Values = Record<string, unknown>;

function readStep(raw: unknown, each: { readonly step: string; readonly read: ReadField }, place: FieldPlace): unknown {
  const { report } = place;
  const { length } = report;
  const result = each.read(raw, place);
  if (report.length > length) report.extend(each.step, length, report.waiting);
  return result;
}

interface Building {
  readonly built: object;
  /** How many keys of the input have been read. */
  readonly known: number;
  readonly place: FieldPlace;
}

type ReadUnknown = (value: object, building: Building) => void;

// Headers, cookies and path have keys of others, which are nobody's mistake.
function compileUnknown({ fields, discriminator, options }: BuildPlan): ReadUnknown | undefined {
  const { unknownProperties } = options;
  const isClosed = options.in === 'query' || options.in === 'body' || options.in === 'file';
  if (!isClosed && unknownProperties === 'strip') return undefined;

  const keys = new Set([...fields.map(({ key }) => key), ...(discriminator === undefined ? [] : [discriminator])]);
  return (value, { built, known, place }) => {
    const present = Object.keys(value);
    if (present.length === known) return;
    for (const key of present) {
      if (key === discriminator) (built as Values)[key] = (value as Values)[key];
      if (keys.has(key)) continue;
      if (isClosed) assertAllowedKey(key, options.in);
      readUnknownKey(key, (value as Values)[key], { built, place, unknownProperties });
    }
  };
}

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
