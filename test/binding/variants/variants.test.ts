import { Exclude, Expose, instanceToPlain, plainToInstance, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Min,
  validateSync,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ConfigurationError, Nullable, OmitDto, PartialDto, PickDto } from '../../../src/index';
import { readThrown } from '../../http/read-thrown';

class Author {
  @IsString() name!: string;
}

class Entity {
  @IsInt() id!: number;
}

class Note extends Entity {
  @Length(1, 5, { message: '$property is too long', groups: ['strict'] }) @IsString() title!: string;
  @IsString() text = 'empty';
  @ValidateNested() @Type(() => Author) author!: Author;
  @ArrayMaxSize(2) @IsString({ each: true }) tags: string[] = [];
  @IsOptional() @IsInt() rank?: number | null;
  @Nullable() @IsInt() folder!: number | null;
  @IsBoolean() isDraft = false;
  @ValidateIf(({ isDraft }: Note) => !isDraft) @Min(1) version!: number;

  get summary() {
    return this.title;
  }

  describe() {
    return this.text;
  }
}

const valid = { id: 1, title: 'a', author: { name: 'A' }, folder: null, version: 1 };

function readFaults(type: new () => object, values: object, groups?: string[]): unknown[] {
  const instance = plainToInstance(type, values, { exposeDefaultValues: true });
  const options = groups ? { groups } : {};
  return validateSync(instance, options).map(({ property, constraints, children }) => [
    property,
    constraints ?? children?.map((child) => child.constraints),
  ]);
}

describe('a variant of a DTO', () => {
  const whole = [
    OmitDto(Note, ['id']),
    PickDto(Note, ['title', 'text', 'author', 'tags', 'rank', 'folder', 'version']),
  ];

  it.each([
    { title: 7 },
    { title: 'too long' },
    { author: { name: 7 } },
    { author: null },
    { tags: ['a', 'b', 'c'] },
    { tags: ['a', 2] },
    { rank: 'a' },
    { rank: null },
    { folder: undefined },
    { version: 0 },
    { version: 0, isDraft: true },
    {},
  ])('refuses what the DTO refuses, with the same messages: %j', (change) => {
    const values = { ...valid, isDraft: false, ...change };

    for (const type of whole) {
      expect(readFaults(type, values)).toEqual(readFaults(Note, values));
      expect(readFaults(type, values, ['strict'])).toEqual(readFaults(Note, values, ['strict']));
    }
  });

  it('is a class of its own, without ancestor, getters and methods', () => {
    const type = OmitDto(Note, ['id']);

    expect(Object.getPrototypeOf(type)).toBe(Function.prototype);
    expect(Object.getOwnPropertyNames(type.prototype)).toEqual(['constructor']);
    expect(new type()).not.toBeInstanceOf(Note);
    expect([type.name, PickDto(Note, ['id']).name, PartialDto(Note).name]).toEqual([
      'OmitNote',
      'PickNote',
      'PartialNote',
    ]);
  });

  it('leaves the DTO as it was', () => {
    const before = readFaults(Note, {});
    PartialDto(Note);

    expect(readFaults(Note, {})).toEqual(before);
  });

  it('keeps the defaults of its fields, an own one for each object', () => {
    const type = PickDto(Note, ['text', 'tags']);

    expect(Object.entries(new type())).toEqual([
      ['text', 'empty'],
      ['tags', []],
    ]);
    expect(new type().tags).not.toBe(new type().tags);
  });

  it('has the emitted types, also those of ancestors', () => {
    const type = PickDto(Note, ['id', 'title', 'tags']);
    const emitted = ['id', 'title', 'tags'].map(
      (name) => Reflect.getMetadata('design:type', type.prototype as object, name) as unknown,
    );

    expect(emitted).toEqual([Number, String, Array]);
  });

  it('carries what class-transformer knows, that of ancestors and of the class included', () => {
    class Base {
      @Transform(({ value }) => `${String(value)}1`) @Transform(({ value }) => `${String(value)}2`) text!: string;
    }
    @Exclude()
    class User extends Base {
      @Expose({ name: 'mail' }) email!: string;
      @Expose() @Type(() => Author) author!: Author;
      @Exclude({ toPlainOnly: true }) @Expose() password!: string;
      @Expose() @Transform(({ value }) => `${String(value)}3`) declare text: string;
      @IsString() internal!: string;
    }
    const values = { mail: 'a@b.c', author: { name: 'A' }, password: 'p', text: 't', internal: 'i' };
    const type = OmitDto(User, []);

    const [made, original] = [plainToInstance(type, values), plainToInstance(User, values)];

    expect(Object.entries(made)).toEqual(Object.entries(original));
    expect(made.author).toBeInstanceOf(Author);
    expect(instanceToPlain(made)).toEqual(instanceToPlain(original));
  });
});

describe('PartialDto', () => {
  class UpdateNote extends PartialDto(OmitDto(Note, ['id'])) {}

  it('lets every field be absent, and has no defaults', () => {
    expect(readFaults(UpdateNote, {})).toEqual([]);
    expect(readFaults(UpdateNote, {}, ['strict'])).toEqual([]);
    expect(Object.keys(new UpdateNote())).toEqual([]);
  });

  it('asks the rules of what is there, and refuses null where they do', () => {
    expect(readFaults(UpdateNote, { title: null, author: null, isDraft: null })).toEqual(
      readFaults(Note, { ...valid, title: null, author: null, isDraft: null }),
    );
    expect(readFaults(UpdateNote, { folder: null, rank: null })).toEqual([]);
    expect(readFaults(UpdateNote, { folder: 'a' })).toEqual([
      ['folder', { isInt: 'folder must be an integer number' }],
    ]);
  });

  it('leaves out what was left out', () => {
    expect(readFaults(UpdateNote, { id: 'no number' })).toEqual([]);
  });

  it('makes no field known that has no rule', () => {
    class Answer {
      @Expose() id!: number;
      @IsString() title!: string;
    }

    const errors = validateSync(Object.assign(new (PartialDto(Answer))(), { id: 1, title: 'a' }), {
      whitelist: true,
      forbidNonWhitelisted: true,
    });

    expect(errors.map(({ property }) => property)).toEqual(['id']);
  });
});

describe('a variant that cannot be made', () => {
  class Plain {
    id!: number;
  }

  it.each([
    [
      () => PickDto(Note, ['titel', 'id', 'describe'] as never),
      'PickDto names titel, describe, but no such field of Note has a decorator of class-validator or class-transformer.\n' +
        '  Correct the name, or decorate the field with its rules, or with @Expose(). [Q321]',
    ],
    [
      () => OmitDto(Note, ['idd'] as never),
      'OmitDto names idd, but no such field of Note has a decorator of class-validator or class-transformer.\n' +
        '  Correct the name, or decorate the field with its rules, or with @Expose(). [Q321]',
    ],
    [
      () => PartialDto(Plain),
      'PartialDto was given Plain, none of whose fields has a decorator of class-validator or class-transformer.\n' +
        '  Decorate its fields with their rules, or with @Expose(). [Q320]',
    ],
    [
      () => PartialDto(undefined as never),
      'PartialDto was given something that is not a class, as happens when files import each other.\n' +
        '  Move the class to a file that does not import the file of its variant. [Q320]',
    ],
  ])('is refused where it is made', (make, message) => {
    const error = readThrown(make);

    expect(error).toBeInstanceOf(ConfigurationError);
    expect((error as Error).message).toBe(message);
  });
});
