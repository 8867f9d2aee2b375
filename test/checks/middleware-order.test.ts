import {
  type Class,
  Get,
  include,
  Kernel,
  Middleware,
  Module,
  Route,
  token,
  use,
  UseMiddleware,
} from '../../src/index';
import { readRefusal } from '../kernel/start-kernel';

class Passing {
  processRequest() {
    // Lets all pass.
  }
}

@Middleware()
class Sessions extends Passing {}

@Middleware()
class FastSessions extends Sessions {}

@Middleware({ after: [Sessions] })
class Auth extends Passing {}

@Middleware({ before: [Sessions] })
class Timing extends Passing {}

@Route('/notes')
class NotesView {
  @Get()
  list() {
    return [];
  }
}

@Route('/drafts')
@UseMiddleware(Timing)
class DraftsView {
  @Get()
  @UseMiddleware(Auth)
  list() {
    return [];
  }
}

describe('the order of middleware', () => {
  it('is that of `after` and `before`, and the fault names the line to move', async () => {
    @Module({ routes: [NotesView], middleware: [Auth, Sessions, Timing] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      [
        'In GET /notes, Auth (the middleware of Root) stands before Sessions (the middleware of Root), but has @Middleware({ after: [Sessions] }).',
        '  In the middleware of Root, move Auth below Sessions. [Q503]',
        'In GET /notes, Timing (the middleware of Root) stands behind Sessions (the middleware of Root), but has @Middleware({ before: [Sessions] }).',
        '  In the middleware of Root, move Timing above Sessions. [Q503]',
      ].join('\n'),
    );
  });

  it('is proved for each chain, down to the method, and told once', async () => {
    @Module({ routes: [NotesView, DraftsView], middleware: [use(FastSessions, {})] })
    class NotesModule {}
    @Module({ routes: [include('/api', NotesModule), include('/old', NotesModule)], middleware: [Auth] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      [
        'In GET /api/notes, Auth (the middleware of Root) stands before FastSessions (the middleware of NotesModule), but has @Middleware({ after: [Sessions] }).',
        '  Move Auth from the middleware of Root to the middleware of NotesModule, below FastSessions. [Q503]',
        'In GET /api/drafts, Timing (@UseMiddleware of DraftsView) stands behind FastSessions (the middleware of NotesModule), but has @Middleware({ before: [Sessions] }).',
        '  Move Timing from @UseMiddleware of DraftsView to the middleware of NotesModule, above FastSessions. [Q503]',
      ].join('\n'),
    );
  });

  it('does not miss a class that is not in the chain, and takes the first of several', async () => {
    @Module({ routes: [NotesView], middleware: [Auth] })
    class Alone {}
    @Module({ routes: [NotesView], middleware: [Timing, Sessions, Auth, use(Sessions, {})] })
    class Twice {}

    expect(await Kernel.check(Alone, { env: {} })).toEqual([]);
    expect(await Kernel.check(Twice, { env: {} })).toEqual([]);
  });

  it('is proved where there is no route', async () => {
    @Module({ middleware: [Auth, Sessions] })
    class Root {}

    expect(await readRefusal(Root)).toContain(
      'In requests without a route, Auth (the middleware of Root) stands before',
    );
  });
});

describe('a list of @Middleware', () => {
  it.each(['provides', 'after', 'before'] as const)(
    'refuses undefined in `%s`, as circular imports leave it',
    async (name) => {
      @Middleware({ [name]: [undefined as never, name === 'provides' ? token('USER') : (Sessions as Class)] })
      class Broken extends Passing {}
      @Module({ routes: [NotesView], middleware: [Broken] })
      class Root {}

      expect(await readRefusal(Root)).toBe(
        `\`${name}\` of @Middleware on Broken contains undefined: what it names is not exported, or files import each other in a circle.\n` +
          `  Move what \`${name}\` names into a file that does not import the file of Broken. [Q504]`,
      );
    },
  );
});
