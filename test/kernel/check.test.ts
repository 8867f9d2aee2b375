import { IsArray } from 'class-validator';

import { Body, Get, include, Injectable, Kernel, Module, Post, Route, Setting, Settings } from '../../src/index';
import { Auth, NotesView, openRoutes } from '../checks/public-notes';
import { startWire, stopKernels } from '../support/wire-kernel';
import { closeKernels, readRefusal } from './start-kernel';

const unreachable = {
  severity: 'warning',
  code: 'Q005',
  problem:
    'NotesView.again (GET /notes) never answers: NotesView.list (GET /notes) is declared earlier and matches the same URLs.',
  fix: 'Remove one of them, or change its pattern or method.',
};

describe('Kernel.check', () => {
  it('tells every fault and warning, each with its severity, and builds nothing', async () => {
    const build = jest.fn();
    @Injectable()
    class Eager {
      constructor() {
        build();
      }
    }
    class AppSettings extends Settings {
      @Setting() key!: string;
    }
    @Module({ routes: [NotesView], providers: [Eager], settings: AppSettings })
    class Root {}

    const findings = await Kernel.check(Root, { env: {} });

    expect(findings).toContainEqual(unreachable);
    expect(findings).toContainEqual({
      severity: 'error',
      code: 'Q402',
      problem: 'KEY is not set, and AppSettings.key has no default.',
      fix: 'Set KEY in the environment or in .env, give the field a default, or mark it @IsOptional().',
    });
    expect(build).not.toHaveBeenCalled();
  });

  it('has nothing to say of an application that is in order', async () => {
    @Route('/')
    class IndexView {
      @Get() show() {
        return 1;
      }
    }
    @Module({ routes: [IndexView], middleware: [Auth] })
    class Root {}

    expect(await Kernel.check(Root, { env: {} })).toEqual([]);
  });
});

describe('silence', () => {
  afterEach(closeKernels);
  afterEach(stopKernels);

  it('leaves the warnings of a code out, of the check and of the log', async () => {
    const module = { routes: [NotesView], silence: ['Q005'] };
    @Module(module)
    class Root {}

    expect(await Kernel.check(Root, { env: {} })).toEqual([]);
    const { log } = await startWire(module);
    expect(log.readProblems()).toEqual([]);
  });

  it('leaves the other warnings, each of which is logged once', async () => {
    class Note {
      @IsArray() tags!: string[];
    }
    @Route('/notes')
    class CreateView {
      @Post() create(@Body() note: Note) {
        return note;
      }
    }
    const { log } = await startWire({ routes: [NotesView, CreateView], silence: ['Q307'] });

    expect(log.readProblems()).toEqual([`40 ${unreachable.problem} ${unreachable.fix} [Q005]`]);
  });

  it('refuses the code of an error', async () => {
    @Module({ routes: [NotesView], checks: [openRoutes], silence: ['SHOP01'] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      [
        'NotesView.again is not public.\n  Decorate it with @Public(). [SHOP01]',
        "Root silences SHOP01, which is the code of no warning, and only warnings can be silenced.\n  Remove 'SHOP01' from `silence`; an error must be mended. [Q009]",
      ].join('\n'),
    );
  });

  it('refuses a code of the framework that is no warning, whether it is told or not', async () => {
    @Module({ routes: [NotesView], silence: ['Q201', 'Q999', 'Q005'] })
    class Root {}

    expect((await Kernel.check(Root, { env: {} })).map(({ code, problem }) => `${code} ${problem}`)).toEqual([
      'Q009 Root silences Q201, which is the code of no warning, and only warnings can be silenced.',
      'Q009 Root silences Q999, which is the code of no warning, and only warnings can be silenced.',
    ]);
  });

  it('is for the root module alone', async () => {
    @Module({ routes: [NotesView], silence: ['Q005'] })
    class NotesModule {}
    @Module({ routes: [include('/api', NotesModule)] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'NotesModule names codes to silence, but what an application is not told is for its root module to say.\n' +
        '  Move the codes into `silence` of Root, and remove `silence` from NotesModule. [Q008]',
    );
  });
});
