import { Exclude, Expose, Transform, Type } from 'class-transformer';
import * as rules from 'class-validator';

import { Nullable, Optional } from '../../src/index';
import type { Class } from '../../src/metadata/class';
import { describeBoth, describeClasses, describeInput } from './describe-classes';
import { findFaults } from './find-faults';

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
    const document = describeClasses(makeNote(false), makeNote(true));

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
    const document = describeClasses(Owner, undefined);
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
