import { converter, Get, type HttpRequest, include, Module, path, Post, Req, Route } from '../../src/index';
import { ask } from '../support/raw-http';
import { startWire, stopKernels } from '../support/wire-kernel';

afterEach(stopKernels);

/** A view that tells its name and the parameter `value`, if its pattern has one. */
function createNamedView(pattern: string, name: string) {
  @Route(pattern)
  class NamedView {
    @Get()
    show(@Req() { match }: HttpRequest) {
      return { name, params: match?.params };
    }
  }
  return NamedView;
}

async function askFor(patterns: readonly string[], url: string): Promise<unknown> {
  const routes = patterns.map((pattern, index) => createNamedView(pattern, `view ${index + 1}`));
  const { origin } = await startWire({ routes });
  const { status, body } = await ask(origin, `GET ${url}`);
  return status === 200 ? (JSON.parse(body) as unknown) : status;
}

describe('RU-15', () => {
  it.each([
    [
      'a parameter before a text',
      ['/notes/:id', '/notes/new'],
      '/notes/new',
      { name: 'view 1', params: { id: 'new' } },
    ],
    ['a text before a parameter', ['/notes/new', '/notes/:id'], '/notes/new', { name: 'view 1', params: {} }],
    ['a wildcard before a text', ['/*', '/notes'], '/notes', { name: 'view 1', params: { '*': 'notes' } }],
    ['overlapping shapes', ['/:a/b', '/a/:b'], '/a/b', { name: 'view 1', params: { a: 'a' } }],
    ['overlapping shapes the other way', ['/a/:b', '/:a/b'], '/a/b', { name: 'view 1', params: { b: 'b' } }],
    ['a later route of another shape', ['/<int:n>/b', '/a/:b'], '/a/b', { name: 'view 2', params: { b: 'b' } }],
    ['a later route of the same shape', ['/<int:n>', '/<slug:s>'], '/a', { name: 'view 2', params: { s: 'a' } }],
    [
      'a wildcard behind a converter',
      ['/files/<uuid:id>', '/files/<path:p>'],
      '/files/a/b',
      { name: 'view 2', params: { p: 'a/b' } },
    ],
  ])('answers by the first match: %s', async (_, patterns, url, expected) => {
    expect(await askFor(patterns, url)).toEqual(expected);
  });

  it('tries later candidates when a converter fails, and answers 404 when all do', async () => {
    const even = converter('even', {
      pattern: '\\d+',
      parse: (text: string) => {
        if (Number(text) % 2 === 1) throw new Error('odd');
        return Number(text);
      },
      format: String,
    });
    const routes = [
      createNamedView('/<even:n>', 'even'),
      createNamedView('/<int:n>', 'int'),
      createNamedView('/<uuid:n>', 'uuid'),
    ];
    const { origin, log } = await startWire({ routes, converters: [even] });

    expect(JSON.parse((await ask(origin, 'GET /4')).body)).toEqual({ name: 'even', params: { n: 4 } });
    expect(JSON.parse((await ask(origin, 'GET /5')).body)).toEqual({ name: 'int', params: { n: 5 } });
    expect((await ask(origin, 'GET /five')).status).toBe(404);
    expect((await ask(origin, 'GET /99999999999999999999')).status).toBe(200);
    expect(log.readProblems()).toEqual(['40 GET /five was answered 404: Not Found']);
  });

  it('resolves by method and URL: a view of another method does not hide a later one', async () => {
    @Route('/notes/:id')
    class WriteView {
      @Post()
      write() {
        return 'written';
      }
    }
    const { origin } = await startWire({ routes: [WriteView, createNamedView('/notes/<int:id>', 'read')] });

    expect((await ask(origin, 'POST /notes/1')).body).toBe('written');
    expect(JSON.parse((await ask(origin, 'GET /notes/1')).body)).toEqual({ name: 'read', params: { id: 1 } });
  });

  it('keeps the order across included modules', async () => {
    @Module({ routes: [createNamedView('/:id', 'included')] })
    class InnerModule {}
    const routes = [
      path('/api/first', createNamedView('/', 'before')),
      include('/api', InnerModule),
      path('/api/second', createNamedView('/', 'after')),
    ];
    const { origin } = await startWire({ routes });

    expect(JSON.parse((await ask(origin, 'GET /api/first')).body)).toMatchObject({ name: 'before' });
    expect(JSON.parse((await ask(origin, 'GET /api/second')).body)).toMatchObject({ name: 'included' });
  });

  it('warns once at start of a route that can never be reached, naming both views', async () => {
    @Route('/notes/:id')
    class NoteView {
      @Get()
      show() {
        return 'note';
      }
    }

    @Route('/notes/new')
    class NewNoteView {
      @Get()
      form() {
        return 'new';
      }
    }
    const { origin, log } = await startWire({ routes: [NoteView, NewNoteView] });

    expect((await ask(origin, 'GET /notes/new')).body).toBe('note');
    expect(log.readProblems()).toEqual([
      '40 NewNoteView.form (GET /notes/new) never answers: NoteView.show (GET /notes/:id) is declared earlier and matches the same URLs. Declare NewNoteView.form before NoteView.show. [Q005]',
    ]);
  });
});
