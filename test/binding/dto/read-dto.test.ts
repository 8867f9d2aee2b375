import { Exclude, Expose, Transform, Type } from 'class-transformer';
import { IsArray, IsEmail, IsInt, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { readDto } from '../../../src/binding/dto/read-dto';

class Zip {
  @IsString() code!: string;
}

class Person {
  @Expose() @IsString() name!: string;
  @Expose() age?: number;
  @IsOptional() @IsEmail() email?: string;
  @Exclude({ toPlainOnly: true }) @IsString() password!: string;
}

class Employee extends Person {
  @Length(1, 3) override name!: string;
  @ValidateNested() @Type(() => Zip) zips!: Zip[];
  @ValidateNested() zip!: Zip;
  @IsInt({ each: true }) @IsArray() levels!: number[];
  @Transform(({ value }) => value as unknown, { toClassOnly: true }) @IsString() note!: string;
  @Type((options) => (options?.property === 'any' ? Zip : Person)) @IsOptional() any!: unknown;
}

describe('the reading of a DTO class', () => {
  const { fields, strategy } = readDto(Employee);
  const byName = new Map(fields.map((field) => [field.name, field]));

  it('lists the fields in order of declaration, those of ancestors first', () => {
    expect(fields.map(({ name }) => name)).toEqual([
      'name',
      'age',
      'email',
      'password',
      'zips',
      'zip',
      'levels',
      'note',
      'any',
    ]);
    expect(strategy).toBe('none');
  });

  it('reads the rules in the order of the library', () => {
    expect(byName.get('name')?.rules.map((rule) => rule.name)).toEqual(['isLength']);
    expect(byName.get('email')?.rules.map((rule) => rule.name)).toEqual(['isEmail', 'isOptional']);
    expect(byName.get('age')?.rules).toEqual([]);
  });

  it('knows the type of a field, or of its items', () => {
    expect(byName.get('zips')).toMatchObject({
      declared: Zip,
      emitted: Array,
      type: Zip,
      isList: true,
      isNested: true,
    });
    expect(byName.get('zip')).toMatchObject({ declared: undefined, emitted: Zip, type: Zip, isList: false });
    expect(byName.get('levels')).toMatchObject({ type: Number, isList: true, isNested: false });
    expect(byName.get('any')).toMatchObject({ declared: undefined, type: undefined });
    expect(byName.get('any')?.chooseType?.({ property: 'any' })).toBe(Zip);
  });

  it('knows what class-transformer is to do', () => {
    expect(byName.get('name')?.expose).toEqual({});
    expect(byName.get('password')).toMatchObject({ expose: undefined, exclude: { toPlainOnly: true } });
    expect(byName.get('note')?.transforms.toClass).toHaveLength(1);
    expect(byName.get('note')?.transforms.toPlain).toHaveLength(0);
  });

  it('knows a class that leaves out what is not exposed', () => {
    @Exclude()
    class Hidden {
      @Expose() shown!: string;
    }

    expect(readDto(Hidden)).toMatchObject({ strategy: 'excludeAll', fields: [{ name: 'shown' }] });
  });

  it('reads a class once', () => {
    expect(readDto(Employee)).toBe(readDto(Employee));
  });
});
