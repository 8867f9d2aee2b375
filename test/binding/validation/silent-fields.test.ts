import { Type } from 'class-transformer';
import {
  Allow,
  ArrayNotContains,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  NotEquals,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Nullable, Optional } from '../../../src';
import { readInputProblems } from '../../../src/binding/validation/input-problems';
import { describeProblem } from '../../../src/errors/configuration-error';

const place = { parameter: 'Parameter 1 of NoteView.create', decorator: '@Body' };

function readProblems(type: unknown, groups: string[] = []): string[] {
  return readInputProblems(type, place, { isText: false, groups }).map(describeProblem);
}

class Bare {
  zip!: string;
}

class Zip {
  @IsString() code!: string;
}

describe('a field of a JSON body', () => {
  it('is warned of when the compiler does not tell that it is a list, or when rules say only which lists fit', () => {
    class Loose {
      @IsArray() zips!: Zip[] | null;
      @ArrayUnique() @ArrayNotContains(['x']) @IsNotEmpty({ each: true }) tags!: string[];
      @IsArray({ each: true }) tables!: Zip[][];
      @IsArray() @Type(() => Bare) bare!: Bare[];
    }
    const problems = readInputProblems(Loose, place, { isText: false });

    expect(problems.map(({ code, problem }) => `${code} ${problem}`)).toEqual(
      ['zips', 'tags', 'tables', 'bare'].map(
        (name) => `Q307 Loose.${name} is an array whose items are not checked (Parameter 1 of NoteView.create).`,
      ),
    );
  });

  it('is refused at start when no rule says what its value is', () => {
    class Vague {
      @IsDefined() @IsNotEmpty() zip!: Zip | null;
      @Optional() title?: string;
      @Nullable() when!: Date | null;
      @ValidateIf(() => true) @NotEquals(0) count!: number;
      @IsOptional() @Allow() any: unknown;
      @IsOptional() @IsIn(['a']) word?: string;
    }

    expect(readProblems(Vague)).toEqual(
      ['zip', 'title', 'when', 'count'].map(
        (name) =>
          `Vague.${name} has rules, but none that says what its value is, so it could be anything (Parameter 1 of NoteView.create).\n` +
          '  Add one, such as @IsString(), or @ValidateNested() and @Type(() => Address), or @Allow() to take any value. [Q327]',
      ),
    );
  });

  it('is looked at by the rules of the groups that are asked for', () => {
    class Grouped {
      @IsDefined({ always: true }) @ValidateNested({ groups: ['full'] }) zip!: Zip;
      @IsDefined({ always: true }) @IsString({ groups: ['full'] }) title!: string;
      @IsString({ groups: ['full'] }) absent!: string;
    }

    expect(readProblems(Grouped)).toEqual([]);
    expect(readProblems(Grouped, ['short']).map((text) => text.slice(0, 30))).toEqual([
      'Grouped.zip is a Zip, whose ru',
      'Grouped.title has rules, but n',
    ]);
  });
});
