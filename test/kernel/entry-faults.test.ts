import {
  Attribute,
  converter,
  Get,
  include,
  Inject,
  Middleware,
  Module,
  path,
  Route,
  token,
  use,
  UseMiddleware,
  View,
} from '../../src/index';
import { NotesView, Passing, Undecorated } from './module-parts';
import { readRefusal } from './start-kernel';

describe('start faults of the lines of a module', () => {
  it('names lines of routes that are no routes', async () => {
    @Module()
    class Inner {}
    @Module({ routes: [undefined, 'notes', Inner, path('/a', undefined as never)] as never })
    class Root {}
    const fix = '  Write a view class, path(pattern, View), or include(prefix, Module). [Q004]';

    expect(await readRefusal(Root)).toBe(
      [
        'The routes of Root contain undefined, which is no route.',
        fix,
        'The routes of Root contain notes, which is no route.',
        fix,
        'The routes of Root contain the module Inner, which is no route.',
        fix,
        "The routes of Root contain path('/a', …) without a view, which is no route.",
        fix,
      ].join('\n'),
    );
  });

  it('names a view without a route, also where its base has one', async () => {
    class Child extends NotesView {}
    @Module({ routes: [Child] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'Child, which is in the routes of Root, has no @Route.\n' +
        "  Decorate Child with @Route('/…'), or write path('/…', Child). A @Route is not inherited. [Q601]",
    );
  });

  it('names what is no middleware, in a module, on a view and on a method', async () => {
    class Hooks {
      processRequest() {}
    }
    @UseMiddleware(Undecorated)
    @Route('/a')
    class AView {
      @UseMiddleware(use(Hooks, {}))
      @Get()
      get() {
        return 1;
      }
    }
    @Module({ routes: [AView], middleware: [Hooks, undefined as never] })
    class Root {}
    const fix = '  Decorate the class with @Middleware(), or name another class. [Q501]';

    expect(await readRefusal(Root)).toBe(
      [
        'Hooks, which is named in middleware of Root, is no middleware.',
        fix,
        'undefined, which is named in middleware of Root, is no middleware.',
        fix,
        'Undecorated, which is named in @UseMiddleware of AView, is no middleware.',
        fix,
        'Hooks, which is named in @UseMiddleware of AView.get, is no middleware.',
        fix,
      ].join('\n'),
    );
  });

  it('names middleware without hooks', async () => {
    @Middleware()
    class Idle {}
    @Module({ middleware: [Idle] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'Idle has none of the four hooks, so it would never run.\n' +
        '  Add processRequest, processView, processException or processResponse, as a method and not as a field. [Q502]',
    );
  });

  it('names an init that is no attribute, with the name that is close, and one that is an HTTP method', async () => {
    class AboutView extends View {
      @Attribute() title = '';
      subtitle = '';
      get() {
        return this.title;
      }
    }
    @Module({
      routes: [
        path('/about', AboutView, { init: { tite: 'a' } as never }),
        path('/sub', AboutView, { init: { subtitle: 'a' } }),
        path('/get', AboutView, { init: { get: 1 } as never }),
      ],
      middleware: [use(Passing, { limit: 3 })],
    })
    class Root {}
    const fix = '  Decorate the field with @Attribute(), or correct the name. [Q603]';

    expect(await readRefusal(Root)).toBe(
      [
        `path('/about', …) in Root sets tite: AboutView has no attribute tite. Did you mean "title"?`,
        fix,
        "path('/sub', …) in Root sets subtitle: AboutView has no attribute subtitle.",
        fix,
        "path('/get', …) in Root sets get: get is the name of an HTTP method, and init must not replace a method.",
        '  Rename the attribute. [Q603]',
        'use(Passing, …) in middleware of Root sets limit: Passing has no attribute limit.',
        fix,
      ].join('\n'),
    );
  });

  it('names an unknown converter, and one whose name is taken', async () => {
    const int = converter('int', { pattern: /\d/, parse: Number, format: String });
    @Route('/years/<yaer:year>')
    class YearView {
      @Get() get() {
        return 1;
      }
    }
    @Module({
      routes: [YearView],
      converters: [int, converter('year', { pattern: /\d{4}/, parse: Number, format: String })],
    })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'Root has a converter "int", which is the name of a built-in one.\n' +
        '  Give the converter of Root another name. [Q105]\n' +
        'The pattern "/years/<yaer:year>" of YearView.get uses the converter "yaer", which does not exist.\n' +
        '  Use one of int, str, slug, uuid, path, year, or list converter("yaer", …) in the converters of the module. [Q102]',
    );
  });

  it('counts what middleware provides also where the pattern of a route is faulty', async () => {
    const CLOCK = token<string>('CLOCK');
    @Middleware({ provides: [CLOCK] })
    class Clocking extends Passing {}
    class ClockView {
      constructor(@Inject(CLOCK) readonly clock: string) {}
      @Get() get() {
        return this.clock;
      }
    }
    @Module({ middleware: [Clocking], routes: [path('/<itn:hour>', ClockView)] })
    class Inner {}
    @Module({ routes: [include('/a', Inner)] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'The pattern "/a/<itn:hour>" of ClockView.get uses the converter "itn", which does not exist.\n' +
        '  Use one of int, str, slug, uuid, path, or list converter("itn", …) in the converters of the module. [Q102]',
    );
  });

  it('reports a module that is reached twice once', async () => {
    @Middleware()
    class Idle {}
    @Module({ middleware: [Idle] })
    class Inner {}
    @Module({ routes: [include('/a', Inner), include('/b', Inner)], imports: [Inner] })
    class Root {}

    expect((await readRefusal(Root)).match(/\[/g)).toHaveLength(1);
  });
});
