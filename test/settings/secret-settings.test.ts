import { inspect } from 'node:util';
import {
  IsOptional,
  Length,
  Matches,
  MinLength,
  registerDecorator,
  ValidateIf,
  type ValidationArguments,
  IsIn,
  IsUrl,
} from 'class-validator';
import { ConfigurationError } from '../../src/errors/configuration-error';
import { readSettings } from '../../src/settings/read-settings';
import { Secret } from '../../src/settings/secret';
import { Setting } from '../../src/settings/setting';
import { Settings } from '../../src/settings/settings';

const secret = 's3same';

function check(validate: (value: unknown, args?: ValidationArguments) => boolean | Promise<boolean>, message?: string) {
  return (prototype: object, propertyName: string) => {
    registerDecorator({
      name: 'check',
      target: prototype.constructor,
      propertyName,
      options: message === undefined ? {} : { message },
      validator: { validate, defaultMessage: (args) => `$property is ${inspect(args)}` },
    });
  };
}

function assertHidden(value: unknown) {
  expect(inspect(value, { depth: 10, showHidden: true })).not.toContain(secret);
  expect(JSON.stringify(value)).not.toContain(secret);
}

describe('a secret setting', () => {
  it('is not shown with the settings it belongs to', async () => {
    class Keys extends Settings {
      @Setting() @MinLength(6) jwtKey!: Secret;
      @Setting([Secret]) oldKeys: readonly Secret[] = [];
    }

    const { settings, problems } = await readSettings(Keys, { env: { JWT_KEY: secret, OLD_KEYS: secret } });

    expect(problems).toEqual([]);
    expect(settings?.jwtKey.reveal()).toBe(secret);
    assertHidden(settings);
    expect(JSON.parse(JSON.stringify(settings))).toMatchObject({ jwtKey: '***', oldKeys: ['***'] });
  });

  it('is checked as text and appears in no message', async () => {
    class Keys extends Settings {
      @Setting() @MinLength(32, { message: 'not $value' }) jwtKey!: Secret;
      @Setting() @Length(8, 9) @Matches(/^k_/) apiKey!: Secret;
      @Setting() @IsIn(['a', 'b']) kind!: Secret;
      @Setting() @check((value) => value === 'other') custom!: Secret;
      @Setting() @check(() => Promise.resolve(false), '$value') slow!: Secret;
      @Setting([Secret]) @MinLength(7, { each: true }) list: Secret[] = [];
      @Setting() @MinLength(7) byDefault = new Secret(secret);
    }
    const names = ['JWT_KEY', 'API_KEY', 'KIND', 'CUSTOM', 'SLOW', 'LIST'];

    const { problems } = await readSettings(Keys, { env: Object.fromEntries(names.map((name) => [name, secret])) });

    const error = new ConfigurationError(problems);
    expect(problems.map(({ problem }) => problem)).toEqual([
      'JWT_KEY is ***, which does not fit Keys.jwtKey: it breaks the rule minLength(32).',
      'API_KEY is ***, which does not fit Keys.apiKey: it breaks the rule matches(/^k_/); it breaks the rule isLength(8, 9).',
      'KIND is ***, which does not fit Keys.kind: it breaks the rule isIn.',
      'CUSTOM is ***, which does not fit Keys.custom: it breaks the rule check.',
      'SLOW is ***, which does not fit Keys.slow: it breaks the rule check.',
      'LIST is ***, which does not fit Keys.list: it breaks the rule minLength(7).',
      'Keys.byDefault is *** by default, which does not fit: it breaks the rule minLength(7).',
    ]);
    assertHidden(error);
    expect(`${error.message}${String(error.stack)}`).not.toContain(secret);
  });

  it('is a Secret for the rules and conditions of other fields', async () => {
    class Keys extends Settings {
      @Setting() @MinLength(1) jwtKey!: Secret;
      @check((_, args) => (args?.object as Keys).jwtKey.reveal() === 'other') keyCount = 1;
      @ValidateIf((settings: Keys) => settings.jwtKey.reveal() === 'other') @IsUrl() url = 'none';
    }

    const { problems } = await readSettings(Keys, { env: { JWT_KEY: secret } });

    expect(problems).toHaveLength(1);
    expect(problems[0]?.problem).toMatch(/^Keys\.keyCount is 1 by default, which does not fit: keyCount is \{/);
    assertHidden(problems);
  });

  it('does not appear when a rule of it throws', async () => {
    class Keys extends Settings {
      @Setting() @check((value) => new URL(value as string).port !== '') jwtKey!: Secret;
    }

    const { problems } = await readSettings(Keys, { env: { JWT_KEY: secret } });

    expect(problems.map(({ problem }) => problem)).toEqual([
      'JWT_KEY is ***, which does not fit Keys.jwtKey: a rule of it threw TypeError.',
    ]);
  });

  it('does not appear when a getter made of it breaks a rule', async () => {
    class Keys extends Settings {
      @Setting() @MinLength(1) password!: Secret;

      @IsUrl({}, { message: '$value is no URL' })
      get url(): string {
        return `no url ${this.password.reveal()}`;
      }
    }

    const { problems } = await readSettings(Keys, { env: { PASSWORD: secret } });

    expect(problems).toEqual([
      {
        code: 'Q403',
        problem: 'Keys.url gives a value that does not fit: it breaks the rule isUrl.',
        fix: 'Correct the settings that it is made of.',
      },
    ]);
  });

  it('may be optional', async () => {
    class Keys extends Settings {
      @Setting() @IsOptional() @MinLength(32) jwtKey?: Secret;
    }

    const { settings, problems } = await readSettings(Keys, { env: {} });

    expect(problems).toEqual([]);
    expect(settings?.jwtKey).toBeUndefined();
  });

  it('leaves nothing more in class-validator each time it is read', async () => {
    class Keys extends Settings {
      @Setting() @MinLength(1) jwtKey!: Secret;
      @IsUrl() url = 'http://example.com';
    }
    const count = () =>
      (globalThis as unknown as { classValidatorMetadataStorage: { validationMetadatas: Map<unknown, unknown> } })
        .classValidatorMetadataStorage.validationMetadatas.size;

    await readSettings(Keys, { env: { JWT_KEY: secret } });
    const once = count();
    await readSettings(Keys, { env: { JWT_KEY: secret } });

    expect(count()).toBe(once);
  });
});

describe('the rules of settings', () => {
  it('may be asynchronous', async () => {
    class Slow extends Settings {
      @check(() => Promise.resolve(false), 'name is taken') name = 'a';
    }

    const { problems } = await readSettings(Slow, { env: {} });

    expect(problems.map(({ problem }) => problem)).toEqual([
      'Slow.name is "a" by default, which does not fit: name is taken.',
    ]);
  });

  it('see a fault elsewhere reported first when they throw because of it', async () => {
    class Throwing extends Settings {
      @Setting() url!: string;

      @IsUrl()
      get origin(): string {
        return this.url.trim();
      }
    }

    const { problems } = await readSettings(Throwing, { env: {} });

    expect(problems.map(({ code }) => code)).toEqual(['Q402']);
  });

  it('throw what they throw when nothing else is wrong', async () => {
    class Throwing extends Settings {
      @check(() => {
        throw new RangeError('broken rule');
      })
      name = 'a';
    }

    await expect(readSettings(Throwing, { env: {} })).rejects.toThrow('broken rule');
  });
});
