import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import type { RandomDto } from './random-dto';

/** An issue of the libraries, as ours are written. */
export interface OracleIssue {
  readonly pointer: string;
  readonly rule: string;
  readonly message: string;
}

/** What the libraries make of a value: the ISO dates of date fields are dates before. */
export async function askLibraries(dto: RandomDto, value: unknown, groups: readonly string[]) {
  const plain = toDates(dto, JSON.parse(JSON.stringify(value)));
  const instance = plainToInstance(dto.type, plain as object, { exposeDefaultValues: true });
  const errors = await validate(instance, { groups: [...groups] });
  return { instance, issues: flatten(errors, '') };
}

// Of the values that are made at random.
const isoDates: readonly unknown[] = ['2024-05-31', '2024-05-31T10:00:00Z'];

function toDates({ fields }: RandomDto, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => toDates({ fields } as RandomDto, each));
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Record<string, unknown>;
  for (const { name, isDate, nested } of fields) {
    const raw = record[name];
    if (nested) record[name] = toDates(nested, raw);
    if (isDate && isoDates.includes(raw)) record[name] = new Date(raw as string);
  }
  // An absent field stays absent.
  for (const name of Object.keys(record)) if (record[name] === undefined) Reflect.deleteProperty(record, name);
  return record;
}

function flatten(errors: readonly ValidationError[], pointer: string): OracleIssue[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const own = (property as string | undefined) === undefined ? pointer : `${pointer}/${property}`;
    const issues = Object.entries(constraints).map(([rule, message]) => ({ pointer: own, rule, message }));
    return [...issues, ...flatten(children, own)];
  });
}
