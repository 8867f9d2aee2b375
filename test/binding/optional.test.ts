import { Allow, getMetadataStorage, IsIn, IsInt, IsString, validate, ValidateNested } from 'class-validator';
import { Nullable, Optional } from '../../src/index';

class Address {
  @IsString() city!: string;
}

class Note {
  @Optional() @IsString() title?: string;
  @Nullable() @IsString() text!: string | null;
  @Optional() @Nullable() @IsString() tag?: string | null;
}

async function readFaults(dto: object, options = {}): Promise<Record<string, Record<string, string> | undefined>> {
  const errors = await validate(dto, options);
  return Object.fromEntries(errors.map(({ property, constraints }) => [property, constraints]));
}

function fill<T extends object>(type: new () => T, values: object): T {
  return Object.assign(new type(), values);
}

describe('@Optional()', () => {
  it('lets a field be absent, and asks its rules otherwise', async () => {
    expect(await readFaults(fill(Note, { text: 'a' }))).toEqual({});
    expect(await readFaults(fill(Note, { text: 'a', title: undefined }))).toEqual({});
    expect(await readFaults(fill(Note, { text: 'a', title: 'a' }))).toEqual({});
    expect(await readFaults(fill(Note, { text: 'a', title: 7 }))).toEqual({
      title: { isString: 'title must be a string' },
    });
  });

  it('refuses null, also where the rules do not', async () => {
    class Lenient {
      @Optional() @Allow() any?: unknown;
      @Optional() @IsIn(['a', null]) letter?: string;
    }

    expect(await readFaults(fill(Lenient, { any: null, letter: null }))).toEqual({
      any: { isDefined: 'any must not be null' },
      letter: { isDefined: 'letter must not be null' },
    });
    expect(await readFaults(fill(Lenient, {}), { forbidUnknownValues: true })).toEqual({});
  });

  it('counts for rules of every group unless it has its own', async () => {
    class Grouped {
      @Optional() @IsInt({ groups: ['create'] }) anywhere?: number;
      @Optional({ groups: ['update'] }) @IsInt({ groups: ['create', 'update'] }) onUpdate?: number;
    }

    expect(await readFaults(new Grouped(), { groups: ['update'] })).toEqual({});
    expect(await readFaults(new Grouped(), { groups: ['create'] })).toEqual({
      onUpdate: { isInt: 'onUpdate must be an integer number' },
    });
  });
});

describe('@Nullable()', () => {
  it('lets a field be null, and asks its rules otherwise', async () => {
    expect(await readFaults(fill(Note, { text: null }))).toEqual({});
    expect(await readFaults(fill(Note, { text: 7 }))).toEqual({ text: { isString: 'text must be a string' } });
  });

  it('refuses what is absent, also where the rules do not', async () => {
    class Person {
      @Nullable() @ValidateNested() address!: Address | null;
    }

    expect(await readFaults(new Person())).toEqual({
      address: { isDefined: 'address must be there; it may be null' },
    });
    expect(await readFaults(fill(Person, { address: null }))).toEqual({});
    expect(await readFaults(fill(Person, { address: fill(Address, { city: 'Oslo' }) }))).toEqual({});
  });
});

describe('@Optional() and @Nullable() together', () => {
  it('let a field be absent or null', async () => {
    expect(await readFaults(fill(Note, { text: '', tag: null }))).toEqual({});
    expect(await readFaults(fill(Note, { text: '' }))).toEqual({});
    expect(await readFaults(fill(Note, { text: '', tag: 7 }))).toEqual({ tag: { isString: 'tag must be a string' } });
  });
});

describe('the conditions', () => {
  it('are found by their names in the metadata of class-validator', () => {
    const conditions = getMetadataStorage()
      .getTargetValidationMetadatas(Note, '', false, false)
      .filter(({ type }) => type === 'conditionalValidation');

    expect(conditions.map(({ propertyName, name }) => [propertyName, name])).toEqual([
      ['title', 'optional'],
      ['text', 'nullable'],
      ['tag', 'nullable'],
      ['tag', 'optional'],
    ]);
  });
});
