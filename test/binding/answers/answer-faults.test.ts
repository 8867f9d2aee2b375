import { Exclude, Expose, Type } from 'class-transformer';
import { IsEnum, IsObject, IsString, ValidateNested } from 'class-validator';
import { Get, Module, ResponseHeader, Returns, Route } from '../../../src/index';
import { createTestKernel } from '../../../src/testing/create-test-kernel';
import { readRefusal } from '../../kernel/start-kernel';

class ItemDto {
  @Expose() name!: string;
}

/** Refused at start: the message; else what leaves of the value. */
async function readAnswer(type: new () => object, value: unknown): Promise<string> {
  @Route('/a')
  class AView {
    @Get() @Returns(type, { unchecked: true }) show() {
      return value;
    }
  }
  @Module({ routes: [AView] })
  class Root {}

  const kernel = await createTestKernel(Root);
  const { text } = await kernel.client.get('/a');
  await kernel.close();
  return text;
}

async function readFaults(type: unknown): Promise<string> {
  @Route('/a')
  class AView {
    @Get() @Returns(type as new () => object, { unchecked: true }) show() {
      return {};
    }
  }
  @Module({ routes: [AView] })
  class Root {}
  return readRefusal(Root);
}

describe('start faults of @Returns', () => {
  it('names a class that is not there', async () => {
    const message =
      '@Returns of AView.show was given something that is not a class, as happens when files import each other.\n' +
      '  Move the class to a file that does not import the view. [Q322]';

    expect(await readFaults(undefined)).toBe(message);
    expect(await readFaults([undefined])).toBe(message);
  });

  it('names a class none of whose fields leaves, also where it is nested', async () => {
    class Undecorated {
      name!: string;
    }
    class Secrets {
      @Exclude({ toPlainOnly: true }) @IsString() password!: string;
    }
    class Holder {
      @Expose() inner!: Undecorated;
      @Expose() @Type(() => Secrets) list!: Secrets[];
      @Expose() map!: Map<string, string>;
      @Expose() bytes!: Buffer;
    }
    @Exclude()
    class AllExcluded {
      @IsString() name!: string;
    }
    class Child extends AllExcluded {}
    const tell = (name: string) =>
      `AView.show returns ${name}, none of whose fields leaves, so every answer would be empty.\n` +
      '  Decorate the fields that leave with @Expose(), or with their rules. [Q323]';

    expect(await readFaults(Undecorated)).toBe(tell('Undecorated'));
    expect(await readFaults(Child)).toBe(tell('Child'));
    expect(await readFaults(Holder)).toBe(
      ['Undecorated', 'Secrets', 'Map', 'Buffer'].map((name) => tell(name)).join('\n'),
    );
  });

  it('names a field whose objects have no known class', async () => {
    class Dto {
      @Expose() list!: ItemDto[];
      @IsObject() object!: Record<string, string>;
      @ValidateNested() nested!: ItemDto | null;
    }
    const tell = (name: string) =>
      `AView.show returns Dto.${name}, which holds a list or an object, but the class of it is not known at run time.\n` +
      '  Name it: @Type(() => Item), @Type(() => String) for a list of text, or @Type(() => Object) to send all of it. [Q324]';

    expect(await readFaults(Dto)).toBe(['object', 'nested', 'list'].map(tell).join('\n'));
  });

  it('are none for what has no fields, and for classes that hold themselves', async () => {
    class Money {
      constructor(private readonly cents = 250) {}
      toJSON() {
        return (this.cents / 100).toFixed(2);
      }
    }
    const Color = { red: 'r' } as const;
    class Dto {
      @Expose() maybe!: string | null;
      @Expose() price!: Money;
      @IsEnum(Color) color!: string;
      @IsString({ each: true }) tags!: string[];
      @Expose() @Type(() => Number) counts!: number[];
      @Expose() at!: Date;
      @Expose() big!: bigint;
      @Expose() parent?: Dto;
      @Expose() @Type(() => Object) free!: Record<string, unknown>;
    }
    const value = {
      maybe: null,
      price: new Money(),
      color: Color.red,
      tags: ['a'],
      counts: [1],
      at: new Date(0),
      big: 12345678901234567890n,
      parent: { maybe: 'a', secret: 1 },
      free: { any: [1n, { deep: true }] },
    };

    expect(JSON.parse(await readAnswer(Dto, value))).toEqual({
      maybe: null,
      price: '2.50',
      color: 'r',
      tags: ['a'],
      counts: [1],
      at: '1970-01-01T00:00:00.000Z',
      big: '12345678901234567890',
      parent: { maybe: 'a' },
      free: { any: ['1', { deep: true }] },
    });
  });
});

describe('start faults of @ResponseHeader', () => {
  it('names a header that cannot be sent', async () => {
    @Route('/a')
    @ResponseHeader('bad name', 'a')
    class AView {
      @Get() @ResponseHeader('x-a', 'a\nb') show() {
        return 1;
      }
    }
    @Module({ routes: [AView] })
    class Root {}
    const fix = '  Correct the name, or the value: one line of Latin-1 text. [Q325]';

    expect(await readRefusal(Root)).toBe(
      [
        '@ResponseHeader of AView.show has a name or a value that cannot be sent: bad name (Header name must be a valid HTTP token ["bad name"]).',
        fix,
        '@ResponseHeader of AView.show has a name or a value that cannot be sent: x-a (Invalid character in header content ["x-a"]).',
        fix,
      ].join('\n'),
    );
  });
});
