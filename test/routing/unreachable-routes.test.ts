import { readUnreachable } from '../../src/routing/unreachable-routes';
import type { RouterOptions } from '../../src/routing/router-options';
import { parseRoute } from './parse-patterns';

function read(first: string, second: string, options?: RouterOptions) {
  const routes = [
    { ...parseRoute(first), place: 'NotesView.list' },
    { ...parseRoute(second), place: 'NoteView.show' },
  ];
  return readUnreachable(routes, options);
}

describe('readUnreachable', () => {
  it('names both routes, and the order that mends it', () => {
    expect(read('GET /notes/:slug', 'GET /notes/new')).toEqual([
      {
        severity: 'warning',
        code: 'Q005',
        problem:
          'NoteView.show (GET /notes/new) never answers: NotesView.list (GET /notes/:slug) is declared earlier and matches the same URLs.',
        fix: 'Declare NoteView.show before NotesView.list.',
      },
    ]);
  });

  it('says that no order helps when both match the same', () => {
    expect(read('GET /notes/<int:id>', 'GET /notes/<int:number>')).toEqual([
      {
        severity: 'warning',
        code: 'Q005',
        problem:
          'NoteView.show (GET /notes/<int:number>) never answers: NotesView.list (GET /notes/<int:id>) is declared earlier and matches the same URLs.',
        fix: 'Remove one of them, or change its pattern or method.',
      },
    ]);
  });

  it.each([
    ['GET /:a/:b', 'GET /x/<int:b>'],
    ['GET /<slug:a>', 'GET /<int:a>'],
    ['GET /<int:a>', 'GET /7'],
    ['GET /*', 'GET /a/b'],
    ['GET /*', 'GET /'],
    ['GET /a/*', 'GET /a/<path:b>'],
    ['GET /a/<path:b>', 'GET /a/b/'],
    ['GET /a/<path:b>', 'GET /a/b/*'],
    ['GET /:a/<path:b>', 'GET /a/:b'],
  ])('finds that %s hides %s', (first, second) => {
    expect(read(first, second)).toHaveLength(1);
  });

  it.each([
    ['GET /notes/:slug', 'POST /notes/new'],
    ['GET /a', 'HEAD /a'],
    ['GET /<int:a>', 'GET /:a'],
    ['GET /<int:a>', 'GET /new'],
    ['GET /<int:a>', 'GET /99999999999999999999'],
    ['GET /<int:a>', 'GET /<slug:a>'],
    ['GET /:a', 'GET /<path:b>'],
    ['GET /:a', 'GET /:a/'],
    ['GET /:a', 'GET /'],
    ['GET /a/<path:b>', 'GET /a/'],
    ['GET /a/<path:b>', 'GET /a/*'],
    ['GET /a/*', 'GET /a'],
    ['GET /a/b', 'GET /:a/b'],
    ['GET /notes', 'GET /notes/'],
    ['GET /notes', 'GET /Notes'],
  ])('finds nothing in %s before %s', (first, second) => {
    expect(read(first, second)).toEqual([]);
  });

  it('follows the options of the router', () => {
    expect(read('GET /notes', 'GET /notes/', { ignoreTrailingSlash: true })).toHaveLength(1);
    expect(read('GET /notes', 'GET /Notes', { caseSensitive: false })).toHaveLength(1);
  });

  it('names the first of several routes that hide one', () => {
    const routes = ['GET /:a', 'GET /7', 'GET /7'].map((route) => parseRoute(route));

    expect(readUnreachable(routes).map(({ fix }) => fix)).toEqual([
      'Declare GET /7 before GET /:a.',
      'Declare GET /7 before GET /:a.',
    ]);
  });
});
