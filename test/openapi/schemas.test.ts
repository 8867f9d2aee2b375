import { Exclude, Expose, Transform, Type } from 'class-transformer';
import * as rules from 'class-validator';

import { Body, Get, Module, Nullable, Optional, Post, Returns, Route } from '../../src/index';
import { createOpenApi, type Schema } from '../../src/openapi/index';
import type { Class } from '../../src/metadata/class';
import { findFaults } from './find-faults';

describe('the schema of a field', () => {
  enum Size {
    Small = 1,
    Large,
  }

  class Ruled {
    @rules.IsInt() @rules.Min(1) @rules.Max(9) int!: number;
    @rules.IsNumber({ maxDecimalPlaces: 0 }) whole!: number;
    @rules.IsPositive() positive!: number;
    @rules.IsDivisibleBy(5) five!: number;
    @rules.Length(2, 4) length!: string;
    @rules.MinLength(1) @rules.MaxLength(8) sized!: string;
    @rules.IsNotEmpty() @rules.IsString() filled!: string;
    @rules.Matches(/^a/) @rules.Matches(/z$/u) matched!: string;
    @rules.Matches(/^a/i) matchedWithFlags!: string;
    @rules.IsEmail() email!: string;
    @rules.IsUrl() url!: string;
    @rules.IsUUID() uuid!: string;
    @rules.IsIP(4) ip!: string;
    @rules.IsDateString() day!: string;
    @rules.IsDate() date!: Date;
    @rules.IsEnum(Size) size!: Size;
    @rules.IsIn(['a', 'b']) choice!: string;
    @rules.IsIn([1, 'b']) mixed!: unknown;
    @rules.Equals('x') same!: string;
    @rules.Contains('a.b') containing!: string;
    @rules.IsBoolean() flag!: boolean;
    @rules.IsObject() any!: object;
    @rules.IsString({ each: true }) @rules.ArrayMinSize(1) @rules.ArrayMaxSize(3) @rules.ArrayUnique() list!: string[];
  }

  it.each<[keyof Ruled, Schema]>([
    ['int', { type: 'integer', minimum: 1, maximum: 9 }],
    ['whole', { type: 'integer' }],
    ['positive', { type: 'number', exclusiveMinimum: 0 }],
    ['five', { type: 'number', multipleOf: 5 }],
    ['length', { type: 'string', minLength: 2, maxLength: 4 }],
    ['sized', { type: 'string', minLength: 1, maxLength: 8 }],
    ['filled', { type: 'string', minLength: 1 }],
    ['matched', { type: 'string', pattern: 'z$', allOf: [{ pattern: '^a' }] }],
    ['matchedWithFlags', { type: 'string' }],
    ['email', { type: 'string', format: 'email' }],
    ['url', { type: 'string', format: 'uri' }],
    ['uuid', { type: 'string', format: 'uuid' }],
    ['ip', { type: 'string', format: 'ipv4' }],
    ['day', { type: 'string', format: 'date-time' }],
    ['date', { type: 'string', format: 'date-time' }],
    ['size', { type: 'number', enum: [1, 2] }],
    ['choice', { type: 'string', enum: ['a', 'b'] }],
    ['mixed', { enum: [1, 'b'] }],
    ['same', { type: 'string', const: 'x' }],
    ['containing', { type: 'string', pattern: 'a\\.b' }],
    ['flag', { type: 'boolean' }],
    ['any', { type: 'object' }],
    ['list', { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 3, uniqueItems: true }],
  ])('says of %s what its rules say', (name, schema) => {
    expect(describeInput(Ruled)['Ruled']?.properties?.[name]).toEqual(schema);
  });
});

describe('what may be null or absent', () => {
  class Inner {
    @rules.IsString() name!: string;
  }

  class Note {
    @Optional() @rules.IsString() absent?: string;
    @Nullable() @rules.IsIn(['a']) nothing!: string | null;
    @rules.IsOptional() @rules.IsInt() either?: number | null;
    @rules.IsInt() initial = 5;
    @Nullable() @rules.ValidateNested() @Type(() => Inner) inner!: Inner | null;
    @rules.ValidateIf(() => true) @rules.IsString() conditional!: string;
  }

  it('is told of inputs', () => {
    expect(describeInput(Note)['Note']).toEqual({
      type: 'object',
      properties: {
        absent: { type: 'string' },
        nothing: { type: ['string', 'null'], enum: ['a', null] },
        either: { type: ['integer', 'null'] },
        initial: { type: 'integer', default: 5 },
        inner: { anyOf: [{ $ref: '#/components/schemas/Inner' }, { type: 'null' }] },
        conditional: { type: 'string' },
      },
      required: ['nothing', 'inner'],
      additionalProperties: false,
    });
  });
});

describe('a class that inputs and answers share', () => {
  it('is one schema where it reads the same', () => {
    class Plain {
      @rules.IsString() name!: string;
    }

    expect(Object.keys(describeBoth(Plain))).toEqual(['Plain']);
  });

  it('is two where it does not, and so is what refers to it', () => {
    class User {
      @rules.IsString() name!: string;
      @Exclude({ toPlainOnly: true }) @rules.IsString() password!: string;
      @Expose({ name: 'shown' }) @Transform(({ value }) => String(value), { toPlainOnly: true }) rank!: number;
    }
    class Group {
      @rules.IsDefined() @rules.ValidateNested() @Type(() => User) owner!: User;
    }

    const schemas = describeBoth(Group);

    expect(Object.keys(schemas).sort()).toEqual(['Group', 'GroupInput', 'User', 'UserInput']);
    expect(schemas['Group']?.properties).toEqual({ owner: { $ref: '#/components/schemas/User' } });
    expect(schemas['GroupInput']?.properties).toEqual({ owner: { $ref: '#/components/schemas/UserInput' } });
    expect(schemas['User']?.properties).toEqual({ name: { type: 'string' }, shown: {} });
    expect(Object.keys(schemas['UserInput']?.properties ?? {})).toEqual(['name', 'password']);
  });

  it('may refer to itself', () => {
    class Tree {
      @Optional() @rules.ValidateNested() @Type(() => Tree) below?: Tree[];
    }

    expect(describeBoth(Tree)['Tree']?.properties).toEqual({
      below: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
    });
  });
});

describe('two classes of one name', () => {
  it('are two schemas', async () => {
    const makeNote = (isLong: boolean): Class => {
      class Note {
        @rules.IsString() title!: string;
      }
      if (isLong) rules.MinLength(9)(Note.prototype, 'title');
      return Note;
    };
    const document = describeModule(makeNote(false), makeNote(true));

    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['Note', 'Note2']));
    expect(await findFaults(document)).toEqual([]);
  });
});

describe('a field of several classes', () => {
  class Cat {
    @rules.IsInt() lives!: number;
  }
  class Dog {
    @rules.IsString() trick!: string;
  }
  class Owner {
    @rules.IsDefined()
    @rules.ValidateNested()
    @Type(() => Object, {
      keepDiscriminatorProperty: true,
      discriminator: {
        property: 'kind',
        subTypes: [
          { name: 'cat', value: Cat },
          { name: 'dog', value: Dog },
        ],
      },
    })
    pet!: Cat | Dog;
  }

  it('is one of them, told by the discriminator', async () => {
    const document = describeModule(Owner, undefined);
    const { schemas } = document.components;

    expect(schemas['Owner']?.properties?.['pet']).toEqual({
      oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
      discriminator: {
        propertyName: 'kind',
        mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' },
      },
    });
    expect(schemas['Cat']).toEqual({
      type: 'object',
      properties: { kind: { const: 'cat' }, lives: { type: 'integer' } },
      required: ['kind', 'lives'],
      additionalProperties: false,
    });
    expect(await findFaults(document)).toEqual([]);
  });
});

function describeBoth(type: Class) {
  return withoutProblems(describeModule(type, type).components.schemas);
}

function describeInput(type: Class) {
  return withoutProblems(describeModule(undefined, type).components.schemas);
}

function withoutProblems({ Problem: _, ValidationProblem: __, ...own }: Readonly<Record<string, Schema>>) {
  return own as Readonly<Record<string, Schema>>;
}

class Other {
  @rules.IsString() text!: string;
}

function describeModule(answer: Class | undefined, input: Class | undefined) {
  @Route('/things')
  class ThingsView {
    @Get()
    show() {
      return {};
    }

    @Post()
    create(@Body() body: unknown) {
      return body;
    }
  }
  if (answer) Returns(answer, { unchecked: true })(ThingsView.prototype, 'show');
  Reflect.defineMetadata('design:paramtypes', [input ?? Other], ThingsView.prototype, 'create');
  @Module({ routes: [ThingsView] })
  class ThingsModule {}
  return createOpenApi(ThingsModule, { title: 'Things', version: '1' });
}
