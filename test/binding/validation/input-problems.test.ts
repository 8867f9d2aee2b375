import { Transform, Type } from 'class-transformer';
import { Allow, ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, Validate, ValidateNested } from 'class-validator';
import { readInputProblems } from '../../../src/binding/validation/input-problems';
import { describeProblem, isWarning } from '../../../src/errors/configuration-error';

const place = { parameter: 'Parameter 1 of NoteView.create', decorator: '@Body' };

function readProblems(type: unknown, options: { isText?: boolean; groups?: string[] } = {}): string[] {
  return readInputProblems(type, place, { isText: false, ...options }).map(describeProblem);
}

class Bare {
  zip!: string;
}

class Zip {
  @IsString() code!: string;
}

class Mark {
  validate(): boolean {
    return false;
  }
}

describe('the class of an input', () => {
  it.each<[string, unknown, string]>([
    [
      'is Object',
      Object,
      'Parameter 1 of NoteView.create has no class at run time, so its value could not be checked: it is an interface, a type alias, a union such as X | null, or imported as a type only.\n' +
        '  Write a class with rules of class-validator, import it without "type", and name it: @Body(CreateNote). [Q301]',
    ],
    [
      'is Function',
      Function,
      'Parameter 1 of NoteView.create has no class at run time, so its value could not be checked: its class is imported with "import type".\n' +
        '  Write a class with rules of class-validator, import it without "type", and name it: @Body(CreateNote). [Q301]',
    ],
    [
      'is missing',
      undefined,
      'Parameter 1 of NoteView.create has no class at run time, so its value could not be checked: its class was not loaded yet, since two files import each other, or the compiler emits no types, as esbuild and tsx.\n' +
        '  Write a class with rules of class-validator, import it without "type", and name it: @Body(CreateNote). [Q301]',
    ],
    [
      'is an array of unknown items',
      Array,
      'Parameter 1 of NoteView.create is an array whose items have no class at run time, so they could not be checked.\n' +
        '  Name the class of the items in brackets: @Body([CreateNote]). [Q302]',
    ],
    [
      'is a list of nothing',
      [undefined],
      'Parameter 1 of NoteView.create is an array whose items have no class at run time, so they could not be checked.\n' +
        '  Name the class of the items in brackets: @Body([CreateNote]). [Q302]',
    ],
    [
      'carries no rules',
      Bare,
      'Parameter 1 of NoteView.create is a Bare, which carries no rules, so its value could not be checked.\n' +
        '  Decorate the fields of Bare with rules of class-validator, such as @IsString(), or with @Allow(). [Q303]',
    ],
    [
      'carries no rules as the item of a list',
      [Bare],
      'Parameter 1 of NoteView.create is a Bare, which carries no rules, so its value could not be checked.\n' +
        '  Decorate the fields of Bare with rules of class-validator, such as @IsString(), or with @Allow(). [Q303]',
    ],
  ])('is refused at start when it %s', (_what, type, text) => {
    expect(readProblems(type)).toEqual([text]);
  });

  it('is refused at start when none of its rules is of the groups', () => {
    class Update {
      @IsString({ groups: ['update'] }) title!: string;
    }

    expect(readProblems(Update, { groups: ['update'] })).toEqual([]);
    expect(readProblems(Update, { groups: ['create', 'import'] })).toEqual([
      'Parameter 1 of NoteView.create is a Update, which carries no rules of the groups create, import, so its value could not be checked.\n' +
        '  Decorate the fields of Update with rules of class-validator, such as @IsString(), or with @Allow(). [Q303]',
    ]);
  });

  it('is accepted with rules of every kind', () => {
    class Whole {
      @IsString() title!: string;
      @ValidateNested() zip!: Zip;
      @ValidateNested({ each: true }) @Type(() => Zip) zips!: Zip[];
      @Allow() any!: unknown[];
      @Allow() unchecked!: Zip;
      @IsArray() @IsInt({ each: true }) numbers!: number[];
      @IsOptional() @Transform(({ value }) => value as Zip) made!: Zip;
    }

    expect(readProblems(Whole)).toEqual([]);
    expect(readProblems([Whole])).toEqual([]);
  });
});

describe('a field of an input', () => {
  it('is refused at start when it is nested without a type, without rules or without @ValidateNested()', () => {
    class Nesting {
      @ValidateNested() zips!: Zip[];
      @ValidateNested() bare!: Bare;
      @IsOptional() zip!: Zip;
      @IsArray() @Type(() => Zip) others!: Zip[];
    }

    expect(readProblems(Nesting)).toEqual([
      'Nesting.zips has @ValidateNested(), but no class at run time, so it would always be refused (Parameter 1 of NoteView.create).\n' +
        '  Name the class: @Type(() => Address), of class-transformer. An array always needs it. [Q304]',
      'Nesting.bare has @ValidateNested(), but Bare carries no rules, so it would always be refused (Parameter 1 of NoteView.create).\n' +
        '  Decorate the fields of Bare with rules of class-validator, such as @IsString(), or with @Allow(). [Q305]',
      'Nesting.zip is a Zip, whose rules would not be checked (Parameter 1 of NoteView.create).\n' +
        '  Add @ValidateNested() to Nesting.zip, or @Allow() to take it unchecked. [Q306]',
      'Nesting.others is a Zip, whose rules would not be checked (Parameter 1 of NoteView.create).\n' +
        '  Add @ValidateNested() to Nesting.others, or @Allow() to take it unchecked. [Q306]',
    ]);
  });

  it('is looked at in nested classes, too', () => {
    class Inner {
      @ValidateNested() deep!: unknown;
    }
    class Outer {
      @ValidateNested() inner!: Inner;
    }

    expect(readProblems(Outer)).toEqual([
      'Inner.deep has @ValidateNested(), but no class at run time, so it would always be refused (Parameter 1 of NoteView.create).\n' +
        '  Name the class: @Type(() => Address), of class-transformer. An array always needs it. [Q304]',
    ]);
  });

  it('is refused at start when the class of @Validate is not marked', () => {
    class Marked {
      @Validate(Mark) mark!: string;
    }

    expect(readProblems(Marked)).toEqual([
      'Marked.mark has @Validate(Mark), but Mark is not marked, so it would never be asked (Parameter 1 of NoteView.create).\n' +
        '  Add @ValidatorConstraint(), of class-validator, to Mark. [Q310]',
    ]);
  });

  it('is warned of when a body has a type that is not applied, or items that are not checked', () => {
    class Loose {
      @IsInt() @Type(() => Number) age!: number;
      @IsArray() @ArrayMaxSize(3) tags!: string[];
    }
    const problems = readInputProblems(Loose, place, { isText: false });

    expect(problems.map(describeProblem)).toEqual([
      'Loose.age has @Type(() => Number), which is not applied: the body is JSON, whose values are not converted (Parameter 1 of NoteView.create).\n' +
        '  Remove it. A rule, such as @IsInt(), refuses what has another type. [Q309]',
      'Loose.tags is an array whose items are not checked (Parameter 1 of NoteView.create).\n' +
        '  Say what an item is, as with @IsString({ each: true }), or add @Allow() to take any. [Q307]',
    ]);
    expect(problems.every(isWarning)).toBe(true);
  });

  it('is refused at start when it arrives as text that cannot become its type', () => {
    class Filter {
      @IsInt() @Type(() => Number) page!: number;
      @IsArray() tags!: string[];
      @IsOptional() either!: string | null;
    }

    expect(readProblems(Filter, { isText: true })).toEqual([
      'Filter.tags arrives as text, and has a type that is not known at run time or that text cannot become (Parameter 1 of NoteView.create).\n' +
        '  Name it with @Type(() => String), of class-transformer: String, Number, Boolean, BigInt or Date, also for the items of an array. [Q308]',
      'Filter.either arrives as text, and has a type that is not known at run time or that text cannot become (Parameter 1 of NoteView.create).\n' +
        '  Name it with @Type(() => String), of class-transformer: String, Number, Boolean, BigInt or Date, also for the items of an array. [Q308]',
    ]);
  });
});
