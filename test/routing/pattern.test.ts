import { joinPatterns, readParameters } from '../../src/routing/pattern';
import { parse } from './parse-patterns';

describe('joinPatterns', () => {
  it.each([
    [[], '/'],
    [['', '/', ''], '/'],
    [['/api', '/notes'], '/api/notes'],
    [['api', 'notes', ':id'], '/api/notes/:id'],
    [['/api/', '/notes/', '/:id'], '/api/notes/:id'],
    [['/api/', 'notes'], '/api/notes'],
    [['/api', '/notes/'], '/api/notes/'],
    [['/notes/', ''], '/notes/'],
    [['/notes', '/'], '/notes'],
    [['/', '/notes'], '/notes'],
    [['', '*'], '/*'],
  ])('joins %j to %s', (parts, joined) => {
    expect(joinPatterns(...parts)).toBe(joined);
  });

  it('keeps a slash too many, for parsePattern to find', () => {
    expect(joinPatterns('/api//', 'notes')).toBe('/api//notes');
    expect(joinPatterns('/api', '//notes')).toBe('/api//notes');
  });
});

describe('readParameters', () => {
  it('gives the parameters in order', () => {
    expect(readParameters(parse('/a/:b/<int:c>/*')).map(({ name }) => name)).toEqual(['b', 'c', '*']);
  });
});
