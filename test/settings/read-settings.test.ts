import { IsInt, IsOptional, IsString, IsUrl, ValidateIf } from 'class-validator';
import type { Class } from '../../src/metadata/class';
import { readSettings } from '../../src/settings/read-settings';
import { Setting } from '../../src/settings/setting';
import { Settings } from '../../src/settings/settings';

class AppSettings extends Settings {
  @IsUrl({ protocols: ['postgres'], require_tld: false }) databaseUrl!: string;
  @IsUrl({ protocols: ['redis'], require_tld: false }) redisUrl = 'redis://127.0.0.1';
  @IsOptional() @IsInt() poolSize?: number;
  override readonly port = 8080;
}

const databaseUrl = 'postgres://localhost/app';

describe('settings', () => {
  it('are read from their variables, and default to their initialisers', async () => {
    const env = { DATABASE_URL: databaseUrl, POOL_SIZE: '5', HOST: '0.0.0.0', UNKNOWN: 'ignored' };

    const { settings, problems } = await readSettings(AppSettings, { env });

    expect(problems).toEqual([]);
    expect(settings).toBeInstanceOf(AppSettings);
    expect(settings).toMatchObject({
      databaseUrl,
      redisUrl: 'redis://127.0.0.1',
      poolSize: 5,
      host: '0.0.0.0',
      port: 8080,
    });
    expect(settings).not.toHaveProperty('unknown');
  });

  it('leave an optional field undefined when its variable is absent', async () => {
    const { settings } = await readSettings(AppSettings, { env: { DATABASE_URL: databaseUrl } });

    expect(settings?.poolSize).toBeUndefined();
  });

  it('are assigned after construction, as ES2022 fields need it', async () => {
    class Native extends Settings {
      @Setting() name!: string;

      constructor() {
        super();
        // What a compiler makes of a declared field when `useDefineForClassFields` is on.
        Object.defineProperty(this, 'name', { value: undefined, writable: true, enumerable: true, configurable: true });
      }
    }

    const { settings } = await readSettings(Native, { env: { NAME: 'quintet' } });

    expect(settings?.name).toBe('quintet');
  });

  it('leave a field without decorators alone', async () => {
    class Plain extends Settings {
      path = '/assets';
    }

    const { settings } = await readSettings(Plain, { env: { PATH: '/usr/bin' } });

    expect(settings?.path).toBe('/assets');
  });

  it('report all faults at once', async () => {
    const { settings, problems } = await readSettings(AppSettings, {
      env: { REDIS_URL: 'http://cache', POOL_SIZE: 'many', PORT: '70000', DEBUG: 'yes' },
    });

    expect(settings).toBeUndefined();
    expect(problems).toEqual([
      {
        code: 'Q403',
        problem: 'DEBUG is "yes", which does not fit AppSettings.debug: it must be true or false, or 1 or 0.',
        fix: 'Correct DEBUG in the environment.',
      },
      {
        code: 'Q403',
        problem: 'PORT is "70000", which does not fit AppSettings.port: it must be a whole number from 0 to 65535.',
        fix: 'Correct PORT in the environment.',
      },
      {
        code: 'Q402',
        problem: 'DATABASE_URL is not set, and AppSettings.databaseUrl has no default.',
        fix: 'Set DATABASE_URL in the environment or in .env, give the field a default, or mark it @IsOptional().',
      },
      {
        code: 'Q403',
        problem:
          'REDIS_URL is "http://cache", which does not fit AppSettings.redisUrl: redisUrl must be a URL address.',
        fix: 'Correct REDIS_URL in the environment.',
      },
      {
        code: 'Q403',
        problem: 'POOL_SIZE is "many", which does not fit AppSettings.poolSize: it must be a number.',
        fix: 'Correct POOL_SIZE in the environment.',
      },
    ]);
  });

  it('count a variable that is set to nothing as absent', async () => {
    const { problems } = await readSettings(AppSettings, {
      env: { DATABASE_URL: '', REDIS_URL: '', POOL_SIZE: '', PORT: '' },
    });

    expect(problems).toEqual([
      {
        code: 'Q402',
        problem: 'DATABASE_URL is empty, and AppSettings.databaseUrl has no default.',
        fix: 'Set DATABASE_URL in the environment or in .env, give the field a default, or mark it @IsOptional().',
      },
    ]);
  });

  it('report a default that breaks its own rule', async () => {
    class Wrong extends Settings {
      override readonly port = 80.5;
      @IsUrl() url = 'nowhere';
    }

    const { problems } = await readSettings(Wrong, { env: {} });

    expect(problems).toEqual([
      {
        code: 'Q403',
        problem: 'Wrong.port is 80.5 by default, which does not fit: it must be a whole number from 0 to 65535.',
        fix: 'Correct the default, or set PORT.',
      },
      {
        code: 'Q403',
        problem: 'Wrong.url is "nowhere" by default, which does not fit: url must be a URL address.',
        fix: 'Correct the default, or set URL.',
      },
    ]);
  });

  it('hide the password of a URL and shorten long text', async () => {
    class Telling extends AppSettings {
      @IsUrl({}, { message: '$value is no URL' }) mailUrl!: string;
    }

    const { problems } = await readSettings(Telling, {
      env: { DATABASE_URL: 'http://me:s3same@host', REDIS_URL: 'x'.repeat(200), MAIL_URL: 'smtp://:s3same@host' },
    });

    expect(problems.map(({ problem }) => problem)).toEqual([
      'MAIL_URL is "smtp://:***@host", which does not fit Telling.mailUrl: smtp://:***@host is no URL.',
      'DATABASE_URL is "http://me:***@host", which does not fit Telling.databaseUrl: databaseUrl must be a URL address.',
      `REDIS_URL is "${'x'.repeat(99)}…, which does not fit Telling.redisUrl: redisUrl must be a URL address.`,
    ]);
  });

  it('need a field only when its condition holds', async () => {
    class Conditional extends Settings {
      @Setting(Boolean) useCache = false;
      @ValidateIf((settings: Conditional) => settings.useCache) @IsString() cacheUrl!: string;
    }

    const off = await readSettings(Conditional, { env: {} });
    const on = await readSettings(Conditional, { env: { USE_CACHE: '1' } });

    expect(off.problems).toEqual([]);
    expect(on.problems.map(({ problem }) => problem)).toEqual([
      'CACHE_URL is not set, and Conditional.cacheUrl has no default.',
    ]);
  });

  it('have a name that messages can say, or say that the class has none', async () => {
    const { problems } = await readSettings(class extends AppSettings {}, { env: {} });

    expect(problems.map(({ problem }) => problem)).toEqual([
      'DATABASE_URL is not set, and an anonymous class.databaseUrl has no default.',
    ]);
  });

  it('are a class that extends Settings', async () => {
    class Loose {}

    const { problems } = await readSettings(Loose as unknown as Class<Settings>);

    expect(problems).toEqual([
      {
        code: 'Q401',
        problem: 'Loose is listed as settings, but is no settings class.',
        fix: 'Write class Loose extends Settings.',
      },
    ]);
  });

  it('are frozen, lists included, without freezing the list of a default', async () => {
    const hosts = ['a'];
    class Lists extends Settings {
      @IsString({ each: true }) hosts: string[] = hosts;
      @Setting([Number]) ports: readonly number[] = [];
    }

    const { settings } = await readSettings(Lists, { env: { PORTS: '1,2' } });

    expect(Object.isFrozen(settings)).toBe(true);
    expect(() => settings?.hosts.push('b')).toThrow('object is not extensible');
    expect(Object.isFrozen(settings?.ports)).toBe(true);
    expect(Object.isFrozen(settings?.trustedProxies)).toBe(true);
    expect(Object.isFrozen(hosts)).toBe(false);
  });
});
