import { type Check, include, Kernel, Module, Setting, Settings } from '../../src/index';
import { closeKernels, readRefusal, startKernel } from '../kernel/start-kernel';
import { Auth, NotesView, openRoutes, Public } from './public-notes';

describe("checks of an application's own", () => {
  afterEach(closeKernels);

  it('run with those of the framework, and their errors stop the start', async () => {
    @Module({ routes: [NotesView], checks: [openRoutes] })
    class NotesModule {}
    @Module({ routes: [include('/api', NotesModule)], silence: ['Q005'] })
    class Root {}

    expect(await Kernel.check(Root, { env: {} })).toEqual([
      {
        severity: 'error',
        code: 'SHOP01',
        problem: 'NotesView.again is not public.',
        fix: 'Decorate it with @Public().',
      },
    ]);
    expect(await readRefusal(Root)).toContain('[SHOP01]');
  });

  it('see the routes with their chains, and the settings', async () => {
    const check = jest.fn<ReturnType<Check>, Parameters<Check>>(() => []);
    class AppSettings extends Settings {
      @Setting() key = 'k';
    }
    @Module({ routes: [NotesView] })
    class NotesModule {}
    @Module({
      routes: [include('/api', NotesModule, { name: 'api' })],
      middleware: [Auth],
      settings: AppSettings,
      checks: [check],
    })
    class Root {}

    await startKernel(Root);

    expect(check).toHaveBeenCalledTimes(1);
    const { module, routes, settings } = check.mock.lastCall?.[0] as Parameters<Check>[0];
    expect(module).toBe(Root);
    expect(settings).toBeInstanceOf(AppSettings);
    expect(routes.map((route) => ({ ...route, get: undefined, isPublic: route.get(Public) }))).toEqual([
      {
        method: 'GET',
        pattern: '/api/notes',
        name: undefined,
        view: NotesView,
        action: 'list',
        module: NotesModule,
        middleware: [Auth],
        get: undefined,
        isPublic: true,
      },
      {
        method: 'GET',
        pattern: '/api/notes',
        name: undefined,
        view: NotesView,
        action: 'again',
        module: NotesModule,
        middleware: [Auth],
        get: undefined,
        isPublic: undefined,
      },
    ]);
  });

  it('that throw are a fault of their own', async () => {
    const brokenCheck: Check = () => {
      throw new TypeError('routes is not a list');
    };
    @Module({ routes: [], checks: [brokenCheck] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'The check brokenCheck of Root threw: TypeError: routes is not a list\n' +
        '  Mend the check: it returns a list of problems, and gets routes that may be faulty. [Q010]',
    );
  });
});
