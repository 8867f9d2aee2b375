/* eslint-disable no-restricted-syntax, @typescript-eslint/naming-convention -- users write enums */
import { Expose, Transform, Type } from 'class-transformer';
import { IsBoolean, IsEnum, IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import { expectTypeOf } from 'expect-type';
import { readSettings } from '../../src/settings/read-settings';
import { Secret } from '../../src/settings/secret';
import { Setting, type SettingValue } from '../../src/settings/setting';
import { Settings } from '../../src/settings/settings';

enum Level {
  Low = 'low',
  High = 'high',
}

class Typed extends Settings {
  @Setting() emitted!: number;
  @Setting() inferred = 1;
  @Setting() inferredList = ['a'];
  @Setting(BigInt) given!: bigint;
  @Setting(Level) level: Level = Level.Low;
  @Setting([Number]) ports: number[] = [3000];
  @Setting([Level]) levels: Level[] = [];
  @Setting([Secret]) keys: readonly Secret[] = [];
  @Setting() key: Secret = new Secret('none');
  @Setting() inferredKey = new Secret('none');
  @Type(() => Date) since: Date | null = null;
  @Type(() => Number) weights: number[] = [];
  @Expose() exposed = false;
  @IsInt() ruled: number | null = null;
  @IsEnum(Level) ruledLevel: Level | undefined = Level.Low;
  @IsString({ each: true }) hosts: string[] = [];
  @IsOptional() @IsBoolean() optional?: boolean;
}

const required = { EMITTED: '1', GIVEN: '1', RULED: '1' };

describe('a setting', () => {
  it.each<[keyof Typed, string, string, unknown]>([
    ['emitted', 'EMITTED', '0.5', 0.5],
    ['inferred', 'INFERRED', '2', 2],
    ['inferredList', 'INFERRED_LIST', 'b,c', ['b', 'c']],
    ['given', 'GIVEN', '9007199254740993', 9007199254740993n],
    ['level', 'LEVEL', 'high', 'high'],
    ['ports', 'PORTS', '1, 2', [1, 2]],
    ['ports', 'PORTS', '1', [1]],
    ['ports', 'PORTS', '1,,2,', [1, 2]],
    ['ports', 'PORTS', ',', []],
    ['levels', 'LEVELS', 'low,high', ['low', 'high']],
    ['since', 'SINCE', '2024-05-31', new Date('2024-05-31')],
    ['weights', 'WEIGHTS', '1.5,2', [1.5, 2]],
    ['exposed', 'EXPOSED', 'true', true],
    ['ruled', 'RULED', '7', 7],
    ['ruledLevel', 'RULED_LEVEL', 'high', 'high'],
    ['hosts', 'HOSTS', 'a, b', ['a', 'b']],
    ['optional', 'OPTIONAL', '0', false],
  ])('%s is read from %s=%s', async (field, variable, text, value) => {
    const { settings, problems } = await readSettings(Typed, { env: { ...required, [variable]: text } });

    expect(problems).toEqual([]);
    expect(settings?.[field]).toEqual(value);
  });

  it('is a secret by its type, its items or its default', async () => {
    const { settings } = await readSettings(Typed, {
      env: { ...required, KEY: 'a,b', KEYS: 'c,d', INFERRED_KEY: 'e' },
    });

    expect(settings?.key.reveal()).toBe('a,b');
    expect(settings?.keys.map((key) => key.reveal())).toEqual(['c', 'd']);
    expect(settings?.inferredKey.reveal()).toBe('e');
  });

  it('is refused when an item of its list does not fit', async () => {
    const { problems } = await readSettings(Typed, { env: { ...required, PORTS: '1,x' } });

    expect(problems).toEqual([
      {
        code: 'Q403',
        problem: 'PORTS is "1,x", which does not fit Typed.ports: it must be a list, and each of it a number.',
        fix: 'Correct PORTS in the environment.',
      },
    ]);
  });

  it('has the type of the nearest class that names one', async () => {
    class Base extends Settings {
      @Setting([String]) levels: readonly string[] = [];
    }
    class Child extends Base {
      @Setting([Level]) override levels: readonly Level[] = [];
    }

    const { problems } = await readSettings(Child, { env: { LEVELS: 'medium' } });

    expect(problems.map(({ problem }) => problem)).toEqual([
      'LEVELS is "medium", which does not fit Child.levels: it must be a list, and each of it one of low, high.',
    ]);
  });

  it('is a start fault when its type is not known or none that text becomes', async () => {
    class Money {}
    class Untyped extends Settings {
      @Setting() union!: string | number;
      @Setting() list: unknown[] = [];
      @Setting() map = new Map<string, string>();
      @ValidateNested() @Type(() => Money) money = new Money();
      @Type(() => Money) wallet: Money[] = [];
    }

    const { problems } = await readSettings(Untyped, { env: {} });

    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['Q404']));
    expect(problems.map(({ problem }) => problem)).toEqual([
      'The type of Untyped.union is not known, so UNION cannot be read.',
      'The type of Untyped.list is not known, so LIST cannot be read.',
      'The type of Untyped.map is Map, which the text of MAP cannot become.',
      'The type of Untyped.money is Money, which the text of MONEY cannot become.',
      'The type of Untyped.wallet is a list of Money, which the text of WALLET cannot become.',
    ]);
    expect(problems[0]?.fix).toBe(
      'Name the type: @Setting(String), or Number, Boolean, BigInt, Date, Secret, an enum object, or a list of one, as in @Setting([String]).',
    );
  });

  it('is a start fault under a decorator that has no effect', async () => {
    class Transformed extends Settings {
      @Transform(({ value }) => String(value).trim()) name = '';
      @Expose({ name: 'OTHER' }) renamed = '';
    }

    const { problems } = await readSettings(Transformed, { env: {} });

    expect(problems).toEqual([
      {
        code: 'Q407',
        problem: 'Transformed.name has @Transform, which settings do not apply.',
        fix: 'Remove it; a getter of the class can give the changed value.',
      },
      {
        code: 'Q407',
        problem: 'Transformed.renamed has @Expose({ name }), which settings do not apply.',
        fix: 'Remove it; a getter of the class can give the changed value.',
      },
    ]);
  });

  it('is given a type that its field has', () => {
    expectTypeOf<SettingValue<NumberConstructor>>().toEqualTypeOf<number>();
    expectTypeOf<SettingValue<typeof Level>>().toEqualTypeOf<Level>();
    expectTypeOf<SettingValue<readonly [typeof Secret]>>().toEqualTypeOf<readonly Secret[]>();

    class Mistaken extends Settings {
      // @ts-expect-error the field is text
      @Setting(Number) url!: string;
      // @ts-expect-error the field is one number
      @Setting([Number]) count!: number;
      // @ts-expect-error a function is no type
      @Setting(() => String) lazy!: string;
      @Setting(String) narrowed!: 'a' | 'b';
      @Setting(String) nullable: string | null = null;
      @Setting([Number]) mutable: number[] = [];
    }
    expect(new Mistaken()).toBeInstanceOf(Settings);
  });
});
