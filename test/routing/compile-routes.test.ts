import type { Converter } from '../../src/metadata/converter';
import type { HttpMethod } from '../../src/metadata/http-method';
import { compileRoutes, type RouteTable } from '../../src/routing/compile-routes';
import { converter } from '../../src/routing/converters';
import type { RouterOptions } from '../../src/routing/router-options';
import { parseRoute } from './parse-patterns';

type TestRoute = ReturnType<typeof parseRoute>;

function compile(routes: readonly string[], options?: RouterOptions): RouteTable<TestRoute> {
  return compileRoutes(
    routes.map((route) => parseRoute(route)),
    options,
  );
}

function matchShape(table: RouteTable<TestRoute>, url: string, params: Record<string, string>, path: string) {
  const match = table.shapes.find((shape) => shape.url === url)?.match('GET', params, { path });
  return match && [match.route.place, match.params];
}

function match(table: RouteTable<TestRoute>, method: HttpMethod, path: string) {
  const found = table.match(method, path);
  return found && [found.route.place, found.params];
}

describe('the match of a shape', () => {
  it('gives the parameters the names of the pattern, converted', () => {
    const table = compile(['GET /notes/<int:id>/:part']);

    expect(matchShape(table, '/notes/:p0/:p1', { p0: '7', p1: 'a' }, '/notes/7/a')).toEqual([
      'GET /notes/<int:id>/:part',
      { id: 7, part: 'a' },
    ]);
  });

  it('takes the first whose converter fits, and falls through when parse throws', () => {
    const table = compile(['GET /<int:id>', 'GET /<slug:name>', 'GET /:text']);

    expect(matchShape(table, '/:p0', { p0: '7' }, '/7')).toEqual(['GET /<int:id>', { id: 7 }]);
    expect(matchShape(table, '/:p0', { p0: '9'.repeat(20) }, `/${'9'.repeat(20)}`)?.[0]).toBe('GET /<slug:name>');
    expect(matchShape(table, '/:p0', { p0: 'a.b' }, '/a.b')?.[0]).toBe('GET /:text');
  });

  it('takes an earlier route of another shape', () => {
    const table = compile(['GET /:name', 'GET /new']);

    expect(matchShape(table, '/new', {}, '/new')).toEqual(['GET /:name', { name: 'new' }]);
  });

  it('takes a later route of another shape when none of its own matches', () => {
    const table = compile(['GET /<int:id>', 'GET /*']);

    expect(matchShape(table, '/:p0', { p0: 'a' }, '/a')).toEqual(['GET /*', { '*': 'a' }]);
  });

  it('matches no empty parameter, but an empty wildcard', () => {
    const table = compile(['GET /a/:id', 'GET /b/<path:rest>', 'GET /c/*']);

    expect(matchShape(table, '/a/:p0', { p0: '' }, '/a/')).toBeUndefined();
    expect(matchShape(table, '/b/*', { '*': '' }, '/b/')).toBeUndefined();
    expect(matchShape(table, '/c/*', { '*': '' }, '/c/')).toEqual(['GET /c/*', { '*': '' }]);
  });

  it('gives nothing for a method that no route has', () => {
    expect(compile(['GET /a']).shapes[0]?.match('POST', {}, { path: '/a' })).toBeUndefined();
  });

  it('makes nothing for a request whose pattern has no parameters', () => {
    const shape = compile(['GET /a']).shapes[0];

    expect(shape?.match('GET', {}, { path: '/a' })).toBe(shape?.match('GET', {}, { path: '/a' }));
    expect(Object.isFrozen(shape?.match('GET', {}, { path: '/a' })?.params)).toBe(true);
  });
});

describe('a path', () => {
  it('compares text with what the client has sent: reserved characters are not encoded', () => {
    const table = compile(['GET /:any/a,b', 'GET /x/:last']);

    expect(match(table, 'GET', '/x/a,b')?.[0]).toBe('GET /:any/a,b');
    expect(match(table, 'GET', '/x/a%2Cb')).toEqual(['GET /x/:last', { last: 'a,b' }]);
    expect(match(table, 'GET', '/%78/a')?.[0]).toBe('GET /x/:last');
  });

  it('takes an encoded slash for a part of the value', () => {
    const table = compile(['GET /a/:id', 'GET /b/*']);

    expect(match(table, 'GET', '/a/x%2Fy')).toEqual(['GET /a/:id', { id: 'x/y' }]);
    expect(match(table, 'GET', '/b/x%2Fy/z')).toEqual(['GET /b/*', { '*': 'x/y/z' }]);
    expect(match(table, 'GET', '/a%2Fx')).toBeUndefined();
  });

  it('follows the options of the router', () => {
    const routes = ['GET /:any/New', 'GET /a/:id'];

    expect(match(compile(routes), 'GET', '/a/NEW')?.[0]).toBe('GET /a/:id');
    expect(match(compile(routes, { caseSensitive: false }), 'GET', '/a/NEW')?.[0]).toBe('GET /:any/New');
    expect(match(compile(routes), 'GET', '/a/b/')).toBeUndefined();
    expect(match(compile(routes, { ignoreTrailingSlash: true }), 'GET', '/a/b/')?.[1]).toEqual({ id: 'b' });
    expect(match(compile(routes), 'GET', '//a//b')).toBeUndefined();
    expect(match(compile(routes, { ignoreDuplicateSlashes: true }), 'GET', '//a//b')?.[1]).toEqual({ id: 'b' });
    expect(match(compile(routes), 'GET', '/a/b;c')?.[1]).toEqual({ id: 'b;c' });
    expect(match(compile(routes, { useSemicolonDelimiter: true }), 'GET', '/a/b;c')?.[1]).toEqual({ id: 'b' });
    expect(match(compile(routes, { maxParamLength: 3 }), 'GET', '/a/abc')?.[1]).toEqual({ id: 'abc' });
    expect(match(compile(routes, { maxParamLength: 3 }), 'GET', '/a/abcd')).toBeUndefined();
  });

  it('ends where a query or a fragment begins', () => {
    const table = compile(['GET /a/:id']);

    expect(match(table, 'GET', '/a/b?c')?.[1]).toEqual({ id: 'b' });
    expect(match(table, 'GET', '/a/b#c')?.[1]).toEqual({ id: 'b' });
  });

  it('keeps the case of a value when text has none', () => {
    expect(match(compile(['GET /A/:id'], { caseSensitive: false }), 'GET', '/a/Xy')?.[1]).toEqual({ id: 'Xy' });
  });
});

describe('a method', () => {
  it('answers HEAD with a HEAD route, else with the first GET', () => {
    const table = compile(['GET /:name', 'GET /a', 'HEAD /a']);

    expect(match(table, 'HEAD', '/a')?.[0]).toBe('HEAD /a');
    expect(match(table, 'HEAD', '/b')?.[0]).toBe('GET /:name');
    expect(table.shapes.find(({ url }) => url === '/a')?.match('HEAD', {}, { path: '/a' })?.route.place).toBe(
      'HEAD /a',
    );
  });

  it('answers OPTIONS only where a route does', () => {
    const table = compile(['GET /a', 'OPTIONS /b']);

    expect(match(table, 'OPTIONS', '/a')).toBeUndefined();
    expect(match(table, 'OPTIONS', '/b')?.[0]).toBe('OPTIONS /b');
  });

  it('does not matter to matchPath, which gives all routes of the path', () => {
    const found = compile(['POST /<int:id>', 'GET /:name', 'PUT /a', 'DELETE /*']).matchPath('/a');

    expect(found?.route.place).toBe('GET /:name');
    expect(found?.params).toEqual({ name: 'a' });
    expect(found?.routes.map(({ place }) => place)).toEqual(['GET /:name', 'PUT /a', 'DELETE /*']);
    expect(compile(['GET /a']).matchPath('/b')).toBeUndefined();
  });
});

describe('a thousand routes', () => {
  const asked: string[] = [];
  const counted = converter('counted', {
    pattern: '[^]+',
    parse: (text): string => {
      asked.push(text);
      throw new Error('never');
    },
    format: String,
  }) as Converter;
  const many = (toRoute: (index: string) => string) =>
    Array.from({ length: 1000 }, (_, index) => parseRoute(toRoute(String(index)), [counted]));

  beforeEach(() => {
    asked.length = 0;
  });

  it('asks the converter of one route when their texts differ after a parameter', () => {
    const routes = [...many((index) => `GET /<counted:x>/c${index}`), parseRoute('GET /a/:y')];
    const shape = compileRoutes(routes).shapes.find(({ url }) => url === '/a/:p0');

    expect(shape?.match('GET', { p0: 'c500' }, { path: '/a/c500' })?.route.place).toBe('GET /a/:y');
    expect(asked).toEqual(['a']);
  });

  it('asks no converter of routes that differ in an earlier text', () => {
    const routes = [...many((index) => `GET /c${index}/<counted:x>`), parseRoute('GET /:x/a')];
    const table = compileRoutes(routes);
    const shape = table.shapes.find(({ url }) => url === '/:p0/a');

    expect(shape?.candidates).toHaveLength(1);
    expect(shape?.match('GET', { p0: 'd' }, { path: '/d/a' })?.route.place).toBe('GET /:x/a');
    expect(table.match('GET', '/c7/a')?.route.place).toBe('GET /:x/a');
    expect(asked).toEqual(['a']);
  });

  it('asks each route once, also when those of the shape did not match', () => {
    const routes = ['GET /<counted:x>', 'GET /*', 'GET /<counted:y>'].map((route) => parseRoute(route, [counted]));
    const shape = compileRoutes(routes).shapes[0];

    expect(shape?.match('GET', { p0: 'a' }, { path: '/a' })?.route.place).toBe('GET /*');
    expect(asked).toEqual(['a']);
  });
});
