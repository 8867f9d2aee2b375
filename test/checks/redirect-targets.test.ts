import { Get, include, Kernel, Module, path, RedirectView, Route, View } from '../../src/index';
import { readRefusal } from '../kernel/start-kernel';

@Route('/notes', { name: 'notes' })
class NotesView {
  @Get()
  list() {
    return [];
  }
}

@Module({ routes: [NotesView] })
class NotesModule {}

class OwnRedirect extends RedirectView {}

class Unrelated extends View {
  routeName = '';
  get() {
    return this.routeName;
  }
}

describe('the route that a redirect names', () => {
  it('is a fault where no route has the name', async () => {
    @Module({
      routes: [
        include('/api', NotesModule, { name: 'api' }),
        path('/old', RedirectView, { init: { routeName: 'api:note' } }),
        path('/older', OwnRedirect.asView({ routeName: 'news' })),
      ],
    })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      [
        'RedirectView at /old (Root) redirects to the route "api:note", which does not exist. Did you mean "api:notes"?',
        '  Correct routeName, or give a route this name: path(pattern, View, { name }). The names of includes come before it: "api:note". [Q007]',
        'OwnRedirect at /older (Root) redirects to the route "news", which does not exist.',
        '  Correct routeName, or give a route this name: path(pattern, View, { name }). The names of includes come before it: "api:note". [Q007]',
      ].join('\n'),
    );
  });

  it('may be any name, also that of a later route, or none', async () => {
    @Module({
      routes: [
        path('/old', RedirectView, { init: { routeName: 'api:notes' } }),
        path('/gone', RedirectView),
        path('/moved', RedirectView, { init: { url: '/api/notes' } }),
        path('/unrelated', Unrelated),
        include('/api', NotesModule, { name: 'api' }),
      ],
    })
    class Root {}

    expect(await Kernel.check(Root, { env: {} })).toEqual([]);
  });
});
