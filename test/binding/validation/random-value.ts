import * as fc from 'fast-check';
import { chance, type Gen, pick, type RandomDto, type RandomField } from './random-dto';

const scalars: readonly unknown[] = [
  ...['', 'a', 'text', 'longer text', 'ada@example.com', 'ada@example.org', 'a@127.0.0.1', 'x@y', 'taken', 'low', '5'],
  ...['2024-05-31', '2024-02-30', '2024-05-31T10:00:00Z', '👍👍👍', 'a\uFE0Fb', '$& $property $value', '\u0000'],
  ...[0, 1, 2, 5, -1, 1.5, 1.25, 1e21, true, false, null, 'f47ac10b-58cc-4372-a567-0e02b2c3d479'],
];

/** A value for a class: mostly of the right shape, and sometimes of none. */
export function createRandomValue(gen: Gen, { fields }: Pick<RandomDto, 'fields'>): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const field of fields) {
    const { key, nested, kinds, isDates } = field;
    const shape = gen(fc.integer, { min: 0, max: 9 });
    if (shape === 0) continue;
    if (isDates) value[key] = pick(gen, dateLists);
    else if ((nested || kinds) && shape < 8) value[key] = createNestedValue(gen, field, shape);
    else value[key] = createPlainValue(gen, field, shape);
  }
  if (chance(gen, 4)) value['more'] = pick(gen, scalars);
  return value;
}

function createNestedValue(gen: Gen, { nested, kinds }: RandomField, shape: number): unknown {
  const one = (): unknown => {
    if (nested) return createRandomValue(gen, nested);
    const kind = pick(gen, ['a', 'b', 'a', 'b', 'c', undefined]);
    const made = createRandomValue(gen, kinds?.[kind ?? ''] ?? { fields: [] });
    return kind === undefined ? made : { ...made, kind };
  };
  if (shape < 5) return one();
  // class-transformer looks for a discriminator in whatever is in a list, also in null.
  return shape < 7 ? [one(), one()] : kinds ? [one(), 'a'] : [[one(), one()], null, 'a'];
}

function createPlainValue(gen: Gen, { isDate, kinds }: RandomField, shape: number): unknown {
  if (shape < 7) return pick(gen, scalars);
  // A list in the place of a date is no ISO date, and one with null stops class-transformer where it looks for kinds.
  if (shape < 9 && !isDate && !kinds) return gen(() => fc.array(fc.constantFrom(...scalars), { maxLength: 3 }));
  return shape === 9 ? {} : { a: 1 };
}

// What `@Type(() => Date)` would make of other text is not taken in a body.
const dateLists: readonly unknown[] = [
  [],
  ['2024-05-31'],
  ['2024-05-31', '2024-05-31T10:00:00Z'],
  ['2024-05-31', null],
  '2024-05-31',
  null,
];
