import Fastify from 'fastify';

import type { Converter } from '../../src/metadata/converter';
import { converter } from '../../src/routing/converters';
import { createUrls, readNameProblems } from '../../src/routing/reverse';
import { parse } from './parse-patterns';

class NoteView {}
class FileView {}
class LooseView {}

const day = converter('day', {
  pattern: /\d{4}-\d\d-\d\d/,
  parse: (text) => new Date(text),
  format: (date) => date.toISOString().slice(0, 10),
}) as Converter;

const urls = createUrls([
  { name: 'note', view: NoteView, pattern: parse('/notes/<int:id>') },
  { name: 'note', view: NoteView, pattern: parse('/notes/<int:id>') },
  { name: 'file', view: FileView, pattern: parse('/files') },
  { name: undefined, view: FileView, pattern: parse('/files/:name') },
  { name: undefined, view: FileView, pattern: parse('/files/by-name/:name') },
  { name: 'raw', view: undefined, pattern: parse('/raw/*') },
  { name: 'tree', view: undefined, pattern: parse('/<path:file>') },
  { name: 'odd', view: undefined, pattern: parse('/100%/a,b @/:text/') },
  { name: 'archive', view: undefined, pattern: parse('/archive/<day:day>', [day]) },
]);

describe('reverse', () => {
  it('writes the URL of a view and of a name', () => {
    expect(urls.reverse(NoteView, { id: 7 })).toBe('/notes/7');
    expect(urls.reverse('note', { id: '7' })).toBe('/notes/7');
    expect(urls.reverse('note', { id: 7n })).toBe('/notes/7');
    expect(urls.reverse('archive', { day: new Date('2024-02-29') })).toBe('/archive/2024-02-29');
  });

  it('takes the first pattern with exactly the given parameters', () => {
    expect(urls.reverse(FileView)).toBe('/files');
    expect(urls.reverse(FileView, { name: undefined })).toBe('/files');
    expect(urls.reverse(FileView, { name: 'a' })).toBe('/files/a');
  });

  it('percent-encodes text and values as the router reads them', async () => {
    const url = urls.reverse('odd', { text: 'ü/? #;%' });
    const server = Fastify();
    server.get('/100%/a,b @/:p0/', (request) => request.params);

    expect(url).toBe('/100%25/a,b%20@/%C3%BC%2F%3F%20%23%3B%25/');
    expect((await server.inject(url)).json()).toEqual({ p0: 'ü/? #;%' });
  });

  it('keeps the slashes of a path, and takes an empty wildcard', () => {
    expect(urls.reverse('tree', { file: 'a b/c?' })).toBe('/a%20b/c%3F');
    expect(urls.reverse('raw', { '*': 'a/b' })).toBe('/raw/a/b');
    expect(urls.reverse('raw', { '*': '' })).toBe('/raw/');
  });

  it('names no other host, whatever a path starts with', () => {
    expect(urls.reverse('tree', { file: '/example.com/a' })).toBe('/%2Fexample.com/a');
    expect(urls.reverse('tree', { file: '\\example.com' })).toBe('/%5Cexample.com');
  });

  it('writes a query', () => {
    const query = { q: 'a b&c', page: 2, tag: ['x', undefined, 'y'], draft: undefined };

    expect(urls.reverse('file', {}, { query })).toBe('/files?q=a+b%26c&page=2&tag=x&tag=y');
    expect(urls.reverse('file', {}, { query: { q: undefined } })).toBe('/files');
  });

  it('refuses a name that no route has', () => {
    expect(() => urls.reverse('notes')).toThrow(
      new Error('There is no route with the name "notes". Did you mean "note"?'),
    );
    expect(() => urls.reverse('comment')).toThrow(new Error('There is no route with the name "comment".'));
  });

  it('refuses a view that no module routes to', () => {
    expect(() => urls.reverse(LooseView)).toThrow(new Error('LooseView has no URL: no module routes to it.'));
  });

  it('refuses a missing parameter', () => {
    expect(() => urls.reverse('note')).toThrow(
      new Error('The route "note" (/notes/<int:id>) needs the parameter "id".'),
    );
    expect(() => urls.reverse(NoteView, { id: undefined })).toThrow(
      new Error('NoteView (/notes/<int:id>) needs the parameter "id".'),
    );
  });

  it('refuses an extra parameter', () => {
    expect(() => urls.reverse('note', { id: 7, slug: 'a' })).toThrow(
      new Error('The route "note" (/notes/<int:id>) has no parameter "slug".'),
    );
  });

  it('refuses parameters that none of several patterns has', () => {
    expect(() => urls.reverse(FileView, { id: 7, a: 1 })).toThrow(
      new Error(
        'FileView has no URL with the parameters "id", "a". It has /files, /files/:name, /files/by-name/:name.',
      ),
    );
  });

  it.each([
    ['note', 'id', 'abc', '"abc": it does not fit "int"'],
    ['note', 'id', -1, '-1: it does not fit "int"'],
    ['note', 'id', 2 ** 53, '9007199254740992: it does not fit "int"'],
    ['note', 'id', '', '"": it does not fit "int"'],
    ['note', 'id', {}, '{}: it does not fit "int"'],
    ['tree', 'file', '', '"": it does not fit "path"'],
    ['odd', 'text', '', '"": it does not fit "str"'],
    ['odd', 'text', '\ud800', '"\\ud800": it does not fit "str"'],
    ['archive', 'day', new Date(NaN), 'Invalid Date: it does not fit "day"'],
  ])('refuses for %s a %s of %p', (name, parameter, value, reason) => {
    const patterns: Record<string, string> = {
      ...{ note: '/notes/<int:id>', tree: '/<path:file>', odd: '/100%/a,b @/:text/', archive: '/archive/<day:day>' },
    };

    expect(() => urls.reverse(name, { [parameter]: value })).toThrow(
      new Error(`The parameter "${parameter}" of ${String(patterns[name])} cannot be ${reason}.`),
    );
  });

  it.each([
    ['odd', 'text', '..'],
    ['odd', 'text', '.'],
    ['tree', 'file', 'a/../b'],
    ['raw', '*', './a'],
  ])('refuses for %s a %s of %j, which clients resolve', (name, parameter, value) => {
    const pattern = { odd: '/100%/a,b @/:text/', tree: '/<path:file>', raw: '/raw/*' }[name] ?? '';

    expect(() => urls.reverse(name, { [parameter]: value })).toThrow(
      new Error(`The parameter "${parameter}" of ${pattern} cannot be "${value}": clients resolve dot segments.`),
    );
  });
});

describe('readNameProblems', () => {
  const first = {};
  const second = {};
  const route = (name: string | undefined, pattern: string, place: string, owner: unknown) => ({
    ...{ name, place, owner },
    pattern: parse(pattern),
  });

  it('names both routes of one name', () => {
    expect(
      readNameProblems([
        route('note', '/v1/notes', 'NotesView.list', first),
        route('note', '/v2/notes', 'NoteView.show', second),
        route('note', '/v2/notes', 'NoteView.remove', second),
      ]),
    ).toEqual([
      {
        code: 'Q006',
        problem: 'The name "note" stands for both NotesView.list (/v1/notes) and NoteView.show (/v2/notes).',
        fix: 'Rename one of them, or give an include that leads to one of them a name: include(prefix, Module, { name }).',
      },
    ]);
  });

  it('lets routes of one entry share a name, and routes have none', () => {
    expect(
      readNameProblems([
        route('note', '/notes', 'NotesView.list', first),
        route('note', '/notes/archive', 'NotesView.archive', first),
        route('other', '/other', 'NoteView.show', second),
        route(undefined, '/a', 'NoteView.a', first),
        route(undefined, '/b', 'NoteView.b', second),
      ]),
    ).toEqual([]);
  });
});
