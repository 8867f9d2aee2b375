import { Type } from 'class-transformer';
import { IsInt, IsString, ValidateNested } from 'class-validator';
import { readInput } from './read-input';

class Pet {
  @IsString() kind!: string;
}

class Cat extends Pet {
  @IsInt() lives!: number;
}

class Owner {
  @ValidateNested({ each: true })
  @Type(() => Pet, {
    keepDiscriminatorProperty: true,
    discriminator: { property: 'kind', subTypes: [{ name: 'cat', value: Cat }] },
  })
  pets!: Pet[];
}

describe('a list of objects whose class depends on the object', () => {
  it('is built of these classes', () => {
    const { value } = readInput(Owner, { pets: [{ kind: 'cat', lives: 9 }] });

    expect((value as Owner).pets[0]).toBeInstanceOf(Cat);
  });

  // class-transformer would build a Pet of it, whose lives nothing checks.
  it('holds no list', () => {
    expect(readInput(Owner, { pets: [[{ kind: 'cat', lives: 'many' }]] })).toEqual({
      value: undefined,
      issues: [
        { in: 'body', pointer: '/pets/0', rule: 'nestedValidation', message: 'each value in pets must be an object' },
      ],
    });
  });
});
