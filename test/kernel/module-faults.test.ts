import { include, Module, Settings } from '../../src/index';
import { NotesView, Passing, Undecorated } from './module-parts';
import { readRefusal } from './start-kernel';

describe('start faults of modules', () => {
  it('names a root that is no module', async () => {
    expect(await readRefusal(Undecorated)).toBe(
      'Undecorated, which is named in Kernel.create, is no module.\n' +
        '  Decorate the class with @Module(), or name another class. If it is one, its file is part of a circular import. [Q001]',
    );
  });

  it('names an import and an include that are no modules, also undefined ones', async () => {
    @Module({ imports: [Undecorated, undefined as never], routes: [include('/a', NotesView)] })
    class Root {}
    const fix =
      '  Decorate the class with @Module(), or name another class. If it is one, its file is part of a circular import. [Q001]';

    expect(await readRefusal(Root)).toBe(
      [
        'Undecorated, which is named in imports of Root, is no module.',
        fix,
        'undefined, which is named in imports of Root, is no module.',
        fix,
        "NotesView, which is named in include('/a', …) in Root, is no module.",
        fix,
      ].join('\n'),
    );
  });

  it('shows a circle of modules', async () => {
    const routes: ReturnType<typeof include>[] = [];
    @Module({ routes })
    class First {}
    @Module({ imports: [First] })
    class Second {}
    @Module({ imports: [First] })
    class Root {}
    routes.push(include('/second', Second));

    expect(await readRefusal(Root)).toBe(
      'Modules import or include each other in a circle: First → Second → First.\n' +
        '  Move what they share into a module of its own, and import that one. [Q002]',
    );
  });

  it('names a module with routes or middleware that no include reaches', async () => {
    @Module({ routes: [NotesView] })
    class NotesModule {}
    @Module({ middleware: [Passing] })
    class PassingModule {}
    @Module({ imports: [NotesModule, PassingModule] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'NotesModule has routes or middleware, but is only imported, so they would never be used.\n' +
        "  Add include('/prefix', NotesModule) to the routes of the module that imports it. [Q003]\n" +
        'PassingModule has routes or middleware, but is only imported, so they would never be used.\n' +
        "  Add include('/prefix', PassingModule) to the routes of the module that imports it. [Q003]",
    );
  });

  it('names settings below the root', async () => {
    class NotesSettings extends Settings {}
    @Module({ settings: NotesSettings })
    class NotesModule {}
    @Module({ imports: [NotesModule] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'NotesModule names settings, but an application has one settings class, that of its root module.\n' +
        '  Move the fields into the settings of Root, and remove `settings` from NotesModule. [Q410]',
    );
  });

  it('names settings that are no settings class', async () => {
    @Module({ settings: Undecorated })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'Undecorated is listed as settings, but is no settings class.\n' +
        '  Write class Undecorated extends Settings. [Q401]',
    );
  });
});
