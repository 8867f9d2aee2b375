import type { RouterOptions } from '../../src/routing/router-options';
import { compileShapes } from '../../src/routing/shape';
import { parseRoute } from './parse-patterns';

function read(patterns: readonly string[], options?: RouterOptions): Record<string, string[]> {
  const routes = patterns.map((pattern) => parseRoute(`GET ${pattern}`));
  const shapes = compileShapes(routes, options);
  return Object.fromEntries(shapes.map(({ url, candidates }) => [url, candidates.map(({ pattern }) => pattern.text)]));
}

describe('compileShapes', () => {
  it('renames parameters by position', () => {
    expect(Object.keys(read(['/notes/:id/comments/<int:page>', '/files/<path:file>', '/raw/:a/*', '/']))).toEqual([
      '/notes/:p0/comments/:p1',
      '/files/*',
      '/raw/:p0/*',
      '/',
    ]);
  });

  it('puts patterns that differ only in their parameters under one shape, in declaration order', () => {
    expect(read(['/notes/<int:id>', '/other', '/notes/:slug'])).toEqual({
      '/notes/:p0': ['/notes/<int:id>', '/notes/:slug'],
      '/other': ['/other'],
    });
  });

  it('adds routes that match where the router prefers another shape, later ones too', () => {
    expect(read(['/:any', '/new', '/*'])).toEqual({
      '/:p0': ['/:any', '/*'],
      '/new': ['/:any', '/new', '/*'],
      '/*': ['/*'],
    });
  });

  it('leaves out routes that the router would have preferred', () => {
    expect(read(['/a/:b', '/:a/b'])).toEqual({ '/a/:p0': ['/a/:b', '/:a/b'], '/:p0/b': ['/:a/b'] });
  });

  it('adds all that the rest of a path can be, below a parameter where the shape has text', () => {
    expect(read(['/a/*', '/:x/b/c', '/:x/:y', '/:x', '/a/d'])['/a/*']).toEqual(['/a/*', '/:x/b/c', '/:x/:y']);
  });

  it('leaves out a converter that never matches the text of the shape', () => {
    expect(read(['/<int:id>', '/new', '/7'])).toEqual({
      '/:p0': ['/<int:id>'],
      '/new': ['/new'],
      '/7': ['/<int:id>', '/7'],
    });
  });

  it('leaves out a parameter where the shape ends with a slash', () => {
    expect(read(['/notes/:id', '/notes/'])['/notes/']).toEqual(['/notes/']);
  });

  it('tells the routes of exactly this shape from the others', () => {
    const routes = ['/:any', '/new', '/new'].map((pattern) => parseRoute(`GET ${pattern}`));

    expect([...(compileShapes(routes)[1]?.own ?? [])]).toEqual([routes[1], routes[2]]);
  });

  it('joins shapes that are one to the router', () => {
    expect(read(['/Notes', '/notes'], { caseSensitive: false })).toEqual({ '/notes': ['/Notes', '/notes'] });
    expect(read(['/notes', '/notes/'], { ignoreTrailingSlash: true })).toEqual({ '/notes': ['/notes', '/notes/'] });
    expect(Object.keys(read(['/Notes', '/notes', '/notes/']))).toEqual(['/Notes', '/notes', '/notes/']);
  });
});
