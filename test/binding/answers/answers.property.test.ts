import { Expose, Type } from 'class-transformer';
import fc from 'fast-check';
import type * as PlainDate from '../../../src/binding/answers/plain-date';
import { compileAnswer } from '../../../src/binding/answers/compile-answer';

// A DTO of random fields, as its names and, for a nested one, their own.
type Field = Shape | 'any' | keyof typeof leafTypes;

interface Shape {
  readonly [name: string]: Field;
}

// What the compiler emits.
const leafTypes = { text: String, number: Number, boolean: Boolean, list: Array, date: Date };

const { shape } = fc.letrec<{ shape: Shape; field: Field }>((tie) => ({
  shape: fc.dictionary(
    fc.string({ minLength: 1, maxLength: 4 }).filter((name) => !(name in {})),
    tie('field'),
    { minKeys: 1, maxKeys: 5 },
  ),
  field: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('any', 'text', 'number', 'boolean', 'list', 'date'),
    tie('shape'),
  ),
}));

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.string({ minLength: 39, maxLength: 60, unit: fc.constantFrom('a', '"', '\\', '\u0007', '\ud800', 'é') }),
);
const list = fc.array(fc.oneof(text, fc.double(), fc.constant(undefined)), { maxLength: 3 });
const wide = { min: new Date(-1e14), max: new Date(4e14), noInvalidDate: false };
const usual = { text, number: fc.double(), boolean: fc.boolean(), list, date: fc.oneof(fc.date(), fc.date(wide)) };
const any = fc.oneof(
  ...Object.values(usual),
  fc.bigInt(),
  fc.constantFrom(null, undefined, -0, Symbol('a'), () => 1, new Number(1), new String('a')),
  fc.constant({ toJSON: () => 'json' }),
  fc.constant(Object.assign(new Date(0), { toJSON: () => 'json' })),
);

function valueOf(field: Field): fc.Arbitrary<unknown> {
  if (field === 'any') return any;
  if (typeof field === 'string') return fc.oneof({ weight: 9, arbitrary: usual[field] }, any);
  const fields = Object.fromEntries(Object.entries(field).map(([name, each]) => [name, valueOf(each)]));
  const all = { ...fields, secret9: fc.constant('secret') };
  const object = fc.oneof(fc.record(all), fc.record(all, { requiredKeys: [] }));
  return fc.oneof(
    { weight: 4, arbitrary: object },
    fc.array(object, { maxLength: 3 }),
    fc.constantFrom(null, undefined),
  );
}

function createDto(shape: Shape): new () => object {
  class Dto {}
  for (const [name, field] of Object.entries(shape)) {
    Expose()(Dto.prototype, name);
    if (typeof field === 'string') {
      // The items of a list are told by @Type.
      if (field === 'list') Type(() => String)(Dto.prototype, name);
      if (field !== 'any') Reflect.defineMetadata('design:type', leafTypes[field], Dto.prototype, name);
    } else {
      const nested = createDto(field);
      Type(() => nested)(Dto.prototype, name);
    }
  }
  return Dto;
}

/** The fields and no other, in the order of the DTO; a bigint as its text. */
function pick(value: unknown, field: Field): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof field === 'string' || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => pick(each, field));
  const object = value as Record<string, unknown>;
  // Names that are numbers come first in every object of JavaScript, so the text is put together by hand.
  return new Map(Object.entries(field).map(([name, each]) => [name, pick(object[name], each)]));
}

function write(picked: unknown): string | undefined {
  if (Array.isArray(picked)) return `[${picked.map((each) => write(each) ?? 'null').join(',')}]`;
  if (!(picked instanceof Map)) return JSON.stringify(picked);
  const fields = [...picked].map(([name, value]) => [name, write(value)] as const);
  const kept = fields.filter(([, json]) => json !== undefined);
  return `{${kept.map(([name, json]) => `${JSON.stringify(name)}:${String(json)}`).join(',')}}`;
}

describe('an answer', () => {
  it('is the JSON of exactly the fields of its DTO, and the body that hooks see is too', () => {
    const cases = shape.chain((each) => fc.tuple(fc.constant(each), valueOf(each)));

    fc.assert(
      fc.property(cases, ([each, value]) => {
        const answer = compileAnswer({ type: createDto(each), isList: false, options: {} });
        const expected = write(pick(value, each));

        expect(answer.write(value)).toBe(expected);
        const shaped = JSON.stringify(answer.shape(value)) as string | undefined;
        expect(shaped && JSON.parse(shaped)).toEqual(expected && JSON.parse(expected));
      }),
      { numRuns: 500 },
    );
  });

  it('refuses an object whose fields nothing tells, also in a list, and what a getter throws', () => {
    class Dto {
      @Expose() title!: string;
      @Expose() @Type(() => String) tags!: string[];
    }
    const { write: writeDto, shape: shapeDto } = compileAnswer({ type: Dto, isList: false, options: {} });
    const told = (place: string) =>
      `${place} holds an object, of which nothing says which fields may leave. ` +
      'Name its class with @Type(() => …), or send all of it with @Type(() => Object).';
    const getter = {
      get title(): string {
        throw new Error('lazy');
      },
    };

    for (const run of [writeDto, shapeDto]) {
      expect(() => run({ title: { secret: 1 } })).toThrow(told('Dto.title'));
      expect(() => run({ tags: [{ secret: 1 }] })).toThrow(told('Dto.tags'));
      expect(() => run({ title: { toJSON: () => ({ secret: 1 }) } })).toThrow(told('Dto.title'));
      expect(() => run(getter)).toThrow('lazy');
      expect(() => run(Promise.resolve())).toThrow('was a promise');
    }
    expect(writeDto({ tags: new Set(['a']) })).toBe('{"tags":["a"]}');
  });

  it('has the dates that a library or a test has changed', () => {
    class Dto {
      @Expose() at!: Date;
    }
    const { write: writeDto } = compileAnswer({ type: Dto, isList: false, options: {} });
    const at = new Date(0);
    const replaced = jest.spyOn(Date.prototype, 'toJSON').mockReturnValue('replaced');

    expect(writeDto({ at })).toBe('{"at":"replaced"}');
    replaced.mockRestore();
    expect(writeDto({ at })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
    expect(
      writeDto({
        at: new (class extends Date {
          override toISOString() {
            return 'own';
          }
        })(),
      }),
    ).toBe('{"at":"own"}');
  });

  it('has the dates that a library changed before the framework was loaded', () => {
    const replaced = jest.spyOn(Date.prototype, 'toISOString').mockReturnValue('replaced');
    jest.isolateModules(() => {
      const loaded = jest.requireActual<typeof PlainDate>('../../../src/binding/answers/plain-date');
      expect(loaded.isPlainDate(new Date())).toBe(false);
    });
    replaced.mockRestore();
  });
});
