import { IsInt, IsString } from 'class-validator';
import { expectTypeOf } from 'expect-type';
import { Nullable, OmitDto, PartialDto, PickDto } from '../../src/index';

class Note {
  @IsInt() id!: number;
  @IsString() title!: string;
  @IsString() text = '';

  summary(): string {
    return this.title;
  }
}

// The compiler is the test: ts-jest reports what it finds.
describe('the types of DTO variants', () => {
  it('have the fields, and no methods', () => {
    const partial = PartialDto(Note);
    const picked = PickDto(Note, ['id', 'title']);
    const rest = OmitDto(Note, ['id']);

    expectTypeOf<InstanceType<typeof partial>>().toEqualTypeOf<{ id?: number; title?: string; text?: string }>();
    expectTypeOf<InstanceType<typeof picked>>().toEqualTypeOf<{ id: number; title: string }>();
    expectTypeOf<InstanceType<typeof rest>>().toEqualTypeOf<{ title: string; text: string }>();
    expect([partial, picked, rest]).toHaveLength(3);
  });

  it('can be extended, one made of another', () => {
    class UpdateNote extends PartialDto(OmitDto(Note, ['id'])) {
      @IsString() reason!: string;
    }

    expectTypeOf<UpdateNote>().toEqualTypeOf<{ title?: string; text?: string; reason: string }>();
    // @ts-expect-error the field was left out
    expect(new UpdateNote().id).toBeUndefined();
  });

  it('refuse a name that is none of a field', () => {
    // @ts-expect-error the name is misspelt
    expect(() => PickDto(Note, ['titel'])).toThrow('titel');
    // @ts-expect-error the name is misspelt
    expect(() => OmitDto(Note, ['idd'])).toThrow('idd');
    // @ts-expect-error it names a method
    expect(() => PickDto(Note, ['summary'])).toThrow('summary');
  });
});

describe('@Nullable()', () => {
  it('is refused on a field that is never null', () => {
    class Folder {
      @Nullable() parent!: number | null;
      @Nullable() anything!: unknown;
      // @ts-expect-error it is never null
      @Nullable() name!: string;
      @Nullable() private readonly secret!: string | null;

      read() {
        return this.secret;
      }
    }

    expect(Folder).toBeDefined();
  });
});
