import { converter, Get, include, Inject, Module, path, plugin, RedirectView, Route, token } from '../../src/index';
import { NotesView, Passing } from './module-parts';
import { readRefusal } from './start-kernel';

const slug = converter('slugs', { pattern: /[a-z]+/, parse: String, format: String });

class PlainView {
  @Get() get() {
    return 1;
  }
}

/** The whole fault of what is no list. */
function refuseList(list: string, module: string, received: string): string {
  return (
    `\`${list}\` of ${module} is ${received}, which is no list.\n` +
    `  Write \`${list}: […]\`, also for a single line, or leave it out. [Q012]`
  );
}

describe('start faults of the lists of a module', () => {
  it('names what should be a list of a module and is none', async () => {
    class Notes {}
    @Route('/mine')
    class MineView {
      constructor(@Inject(Notes) readonly notes: Notes) {}
      @Get() get() {
        return 1;
      }
    }
    @Module({ routes: [MineView], providers: Notes, middleware: Passing, checks: () => [] } as never)
    class Inner {}
    @Module({ imports: Inner, routes: [include('/a', Inner)], plugins: null, converters: {}, silence: 'Q217' } as never)
    class Root {}
    @Module({ routes: include('/a', Root) } as never)
    class Outer {}

    expect(await readRefusal(Root)).toBe(
      [
        '`imports` of Root is Inner, which is no list.',
        '  Write `imports: […]`, also for a single line, or leave it out. [Q012]',
        '`plugins` of Root is null, which is no list.',
        '  Write `plugins: […]`, also for a single line, or leave it out. [Q012]',
        '`converters` of Root is an object, which is no list.',
        '  Write `converters: […]`, also for a single line, or leave it out. [Q012]',
        '`silence` of Root is a string, which is no list.',
        '  Write `silence: […]`, also for a single line, or leave it out. [Q012]',
        '`providers` of Inner is Notes, which is no list.',
        '  Write `providers: […]`, also for a single line, or leave it out. [Q012]',
        '`middleware` of Inner is Passing, which is no list.',
        '  Write `middleware: […]`, also for a single line, or leave it out. [Q012]',
        '`checks` of Inner is a function, which is no list.',
        '  Write `checks: […]`, also for a single line, or leave it out. [Q012]',
      ].join('\n'),
    );
    expect(await readRefusal(Outer)).toBe(
      '`routes` of Outer is an object, which is no list.\n' +
        '  Write `routes: […]`, also for a single line, or leave it out. [Q012]',
    );
  });

  it('do not bring that a module is only imported, or that a redirect leads nowhere, where routes are no list', async () => {
    @Module({ routes: [NotesView] })
    class Inner {}
    @Module({ routes: include('/a', Inner) } as never)
    class Middle {}
    @Module({
      imports: [Inner],
      routes: [include('/b', Middle), path('/old', RedirectView, { init: { routeName: 'notes' } })],
    })
    class Root {}

    expect(await readRefusal(Root)).toBe(refuseList('routes', 'Middle', 'an object'));
  });

  it('do not bring that a converter does not exist, but what else is wrong with a pattern', async () => {
    @Module({ routes: [path('/<slugs:s>', PlainView), path('/<slugs:s>/<:t>', PlainView)] })
    class Inner {}
    @Module({ converters: slug, routes: [include('/a', Inner)] } as never)
    class Root {}

    expect(await readRefusal(Root)).toBe(
      `${refuseList('converters', 'Root', 'an object')}\n` +
        'The pattern "/a/<slugs:s>/<:t>" of PlainView.get has the segment "<:t>", which is neither text nor one parameter.\n' +
        '  Write the parameter as a segment of its own, or make a converter that reads the whole segment: "<code:name>". [Q101]',
    );
  });

  it('do not bring that a module below the root silences warnings, where it lists no codes', async () => {
    @Module({ silence: null as never })
    class Inner {}
    @Module({ imports: [Inner] })
    class Root {}

    expect(await readRefusal(Root)).toBe(refuseList('silence', 'Inner', 'null'));
  });

  it.each(['plugins', 'checks', 'silence', 'converters'])('do not hide those of injection behind %s', async (list) => {
    const CLOCK = token<string>('CLOCK');
    @Route('/clock')
    class ClockView extends PlainView {
      constructor(@Inject(CLOCK) readonly clock: string) {
        super();
      }
    }
    @Module({ routes: [ClockView], [list]: {} })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      `${refuseList(list, 'Root', 'an object')}\n` +
        'Nothing provides CLOCK, which is needed by ClockView, parameter "clock" (1st).\n' +
        '  Either add provide(CLOCK, …) to the providers of a module, or middleware with `provides: [CLOCK]` to the chain of the routes. [Q201]',
    );
  });
});

describe('start faults of the lines of plugins, converters and checks', () => {
  it('name what is none, and nothing that follows from it', async () => {
    const cors = async () => {};
    const half = { name: 'half', pattern: /a/, parse: String };
    @Module({
      plugins: [undefined, 'x', cors, plugin(undefined as never)] as never,
      converters: [undefined, 'x', half, slug] as never,
      checks: [undefined, 'x', {}] as never,
      routes: [path('/<half:s>', PlainView), path('/b/<slugs:s>', PlainView)],
    })
    class Root {}
    const pluginFix = '  Write plugin(fastifyPlugin, options). [Q013]';
    const converterFix = '  Write converter(name, { pattern, parse, format }). [Q013]';
    const checkFix = '  Write a function that returns a list of problems. [Q013]';

    expect(await readRefusal(Root)).toBe(
      [
        'The plugins of Root contain undefined, which is no plugin.',
        pluginFix,
        'The plugins of Root contain x, which is no plugin.',
        pluginFix,
        'The plugins of Root contain cors, which is no plugin.',
        pluginFix,
        'The plugins of Root contain plugin(undefined), which is no plugin.',
        pluginFix,
        'The converters of Root contain undefined, which is no converter.',
        converterFix,
        'The converters of Root contain x, which is no converter.',
        converterFix,
        'The converters of Root contain an object, which is no converter.',
        converterFix,
        'The checks of Root contain undefined, which is no check.',
        checkFix,
        'The checks of Root contain x, which is no check.',
        checkFix,
        'The checks of Root contain an object, which is no check.',
        checkFix,
      ].join('\n'),
    );
  });
});
