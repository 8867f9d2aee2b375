import { Kernel, Module, Setting, Settings } from '../../src/index';
import { readSettings } from '../../src/settings/read-settings';
import { startKernel, closeKernels, readRefusal } from '../kernel/start-kernel';

afterEach(closeKernels);

describe('the fields of a settings class', () => {
  it('are warned of where they have a default and no decorator, and are left as they are', async () => {
    class AppSettings extends Settings {
      @Setting() name = 'app';
      poolSize = 10;
      override readonly port = 0;
      readonly #startedAt = new Date(0);
      readonly describe = () => `${this.name} of ${this.#startedAt.toISOString()}`;
      get isSmall() {
        return this.poolSize < 100;
      }
    }
    @Module({ settings: AppSettings })
    class Root {}

    expect(await Kernel.check(Root, { env: { POOL_SIZE: '20' } })).toEqual([
      {
        severity: 'warning',
        code: 'Q406',
        problem: 'AppSettings.poolSize has no decorator, so POOL_SIZE is never read for it.',
        fix: 'Decorate it with @Setting() or a rule of class-validator; make it a getter if it is none that is read.',
      },
    ]);
    const { settings } = await startKernel(Root, { env: { POOL_SIZE: '20' } });
    expect(settings).toMatchObject({ poolSize: 10, name: 'app' });
    expect(settings).toBeInstanceOf(AppSettings);
  });

  it('are refused where one variable would fill two of them', async () => {
    class AppSettings extends Settings {
      @Setting() databaseUrl = 'a';
      @Setting() databaseURL = 'b';
    }
    @Module({ settings: AppSettings })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'DATABASE_URL would fill AppSettings.databaseUrl and AppSettings.databaseURL.\n' +
        '  Rename one of them, or remove it. [Q405]',
    );
  });

  it('are nothing to tell of where each has its decorator', async () => {
    const { problems } = await readSettings(Settings, { env: {} });

    expect(problems).toEqual([]);
  });
});
