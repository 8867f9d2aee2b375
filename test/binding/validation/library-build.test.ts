import { Exclude, Expose, Transform, Type } from 'class-transformer';
import { IsBoolean, IsDate, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { readInput } from './read-input';

const trim = Transform(({ value }) => (typeof value === 'string' ? value.trim() : (value as unknown)));

class Stay {
  @IsDate() @Type(() => Date) from!: Date;
}

class Guest {
  @trim @IsString() name!: string;
  @IsOptional() @IsInt() @Type(() => Number) age?: number;
  @IsOptional() @IsBoolean() @Type(() => Boolean) isMember?: boolean;
  @IsOptional() @IsString() @Type(() => String) note?: string;
  @IsOptional() @IsInt({ each: true }) @Type(() => Number) rooms?: number[];
  @IsOptional() @IsDate() @Type(() => Date) born?: Date;
  @IsOptional() @ValidateNested() @Type(() => Stay) stay?: Stay;
}

function readFaults(value: unknown): string[] {
  return readInput(Guest, value).issues.map(({ pointer, rule }) => `${pointer} ${rule}`);
}

describe('a class that class-transformer builds', () => {
  it('is built with its transformations', () => {
    const { value } = readInput(Guest, {
      name: ' Ada ',
      age: 36,
      rooms: [1],
      born: '1815-12-10',
      stay: { from: '2024-05-31T10:00:00Z' },
    });

    expect(value).toEqual(
      Object.assign(new Guest(), {
        name: 'Ada',
        age: 36,
        rooms: [1],
        born: new Date('1815-12-10'),
        stay: Object.assign(new Stay(), { from: new Date('2024-05-31T10:00:00Z') }),
      }),
    );
    expect((value as Guest).stay).toBeInstanceOf(Stay);
  });

  it('shows its transformations a field that is left out, and leaves it out', () => {
    class Order {
      @IsOptional() @Exclude() @IsString() coupon?: string;
      @Transform(({ obj, value }) => ((obj as Order).coupon === 'half' ? Number(value) / 2 : (value as unknown)))
      @IsInt()
      price!: number;
    }

    expect(readInput(Order, { coupon: 'half', price: 10 })).toMatchObject({ value: { price: 5 }, issues: [] });
    expect(readInput(Order, { coupon: 'half', price: 10 }).value).not.toHaveProperty('coupon');
  });

  it.each([
    [{ age: '36' }, '/age isInt'],
    [{ age: [] }, '/age isInt'],
    [{ age: true }, '/age isInt'],
    [{ isMember: 'false' }, '/isMember isBoolean'],
    [{ isMember: 0 }, '/isMember isBoolean'],
    [{ note: 5 }, '/note isString'],
    [{ note: {} }, '/note isString'],
    [{ rooms: ['1'] }, '/rooms isInt'],
    [{ born: 'tomorrow' }, '/born isDate'],
    [{ born: '2024-02-30' }, '/born isDate'],
    [{ born: 0 }, '/born isDate'],
    [{ stay: { from: 'December 17, 1995' } }, '/stay/from isDate'],
  ])('has none of its values converted by @Type: %j', (fields, fault) => {
    expect(readFaults({ name: 'Ada', ...fields })).toEqual([fault]);
  });

  it('takes a field by the name that @Expose gives it, and by no other', () => {
    class Renamed {
      @Expose({ name: 'first_name' }) @IsString() firstName!: string;
    }

    expect(readInput(Renamed, { first_name: 'Ada' }).value).toEqual(Object.assign(new Renamed(), { firstName: 'Ada' }));
    expect(readInput(Renamed, { firstName: 'Ada' }).issues.map(({ pointer, rule }) => `${pointer} ${rule}`)).toEqual([
      '/firstName unknown',
      '/firstName isString',
    ]);
  });

  it('keeps the default of a field that @Exclude leaves out', () => {
    class Account {
      @trim @IsString() name!: string;
      @Exclude({ toClassOnly: true }) @IsString() role = 'guest';
    }

    expect(readInput(Account, { name: 'Ada', role: 'admin' }).value).toEqual(
      Object.assign(new Account(), { name: 'Ada', role: 'guest' }),
    );
  });
});

describe('a key that no field has', () => {
  class Tag {
    @trim @IsString() name!: string;
    greet(): string {
      return `Hello, ${this.name}`;
    }
  }

  class Note {
    @IsString() title!: string;
    @IsOptional() @ValidateNested() @Type(() => Tag) tags?: Tag[];
    describe(): string {
      return this.title;
    }
  }

  const value = { title: 'A', more: { deep: 1 }, describe: 1, tags: [{ name: 'x', greet: 2, size: 3 }] };

  it('is left out by "strip"', () => {
    const tag = Object.assign(new Tag(), { name: 'x' });

    expect(readInput(Note, value, { unknownProperties: 'strip' })).toEqual({
      value: Object.assign(new Note(), { title: 'A', tags: [tag] }),
      issues: [],
    });
  });

  it('is kept by "allow", unless it is the name of a method', () => {
    const read = readInput(Note, value, { unknownProperties: 'allow' }).value as Note;

    expect(read).toEqual(
      Object.assign(new Note(), {
        title: 'A',
        more: { deep: 1 },
        tags: [Object.assign(new Tag(), { name: 'x', size: 3 })],
      }),
    );
    expect([read.describe(), read.tags?.[0]?.greet()]).toEqual(['A', 'Hello, x']);
  });

  it('is refused by "reject", each with its place', () => {
    expect(readInput(Note, value).issues.map(({ pointer, rule }) => `${pointer} ${rule}`)).toEqual([
      '/tags/0/greet unknown',
      '/tags/0/size unknown',
      '/more unknown',
      '/describe unknown',
    ]);
  });
});
