import fc from 'fast-check';
import Fastify from 'fastify';

import { type HttpMethod, httpMethods } from '../../src/metadata/http-method';
import { compileRoutes } from '../../src/routing/compile-routes';
import { builtInConverters, converter } from '../../src/routing/converters';
import { parsePattern } from '../../src/routing/parse-pattern';
import type { RouterOptions } from '../../src/routing/router-options';
import { type Declared, scan } from './ordered-scan';

// Its parse refuses most of what its pattern takes.
const fussy = converter('fussy', {
  pattern: /[a-z,@%/]+/,
  parse: (text) => {
    if (!text.startsWith('a')) throw new Error('not an a');
    return { fussy: text };
  },
  format: ({ fussy: text }) => text,
});
const converters = new Map([...builtInConverters, ['fussy', fussy]]);

// Few texts come often, so that routes overlap; the odd ones come now and then.
const text = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('a', 'b') },
  { weight: 2, arbitrary: fc.constantFrom('ab', 'A', '7', 'a,b', '@', 'ü', '100%', 'x y', '(a)') },
);
const parameter = fc.constantFrom(':', ':', '<int:', '<slug:', '<fussy:', '<str:');
const ending = fc.constantFrom('', '', '', '/', '/*', '/<path:rest>');
const pattern = fc.tuple(fc.array(fc.oneof(text, parameter), { maxLength: 3 }), ending).map(([segments, end]) => {
  const named = segments.map((each, index) => {
    if (each === ':') return `:n${String(index)}`;
    return each.startsWith('<') ? `${each}n${String(index)}>` : each;
  });
  return `/${named.join('/')}${segments.length === 0 ? end.slice(1) : end}`;
});

const method = fc.constantFrom<HttpMethod>('GET', 'GET', 'GET', 'GET', 'POST', 'HEAD', 'OPTIONS');
const routes = fc.array(fc.record({ method, pattern }), { minLength: 1, maxLength: 10 });

const urlSegment = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('a', 'b') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...['ab', 'A', '7', '07', '99999999999999999999', 'a,b', 'a%2Cb', '@', '%40', '%61', '%C3%BC', '100%25'],
      ...['x%20y', '(a)', '%28a%29', 'a%2Fb', 'a%2fb', '%25', 'c', '', 'a;b', '%252C'],
    ),
  },
);
const url = fc.array(urlSegment, { minLength: 1, maxLength: 4 }).map((segments) => `/${segments.join('/')}`);
const requests = fc.array(fc.record({ method, url }), { minLength: 10, maxLength: 10 });

const options = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: fc.record({
      caseSensitive: fc.boolean(),
      ignoreTrailingSlash: fc.boolean(),
      ignoreDuplicateSlashes: fc.boolean(),
      useSemicolonDelimiter: fc.boolean(),
    }),
  },
);

function createTable(declared: readonly Declared[], routerOptions: RouterOptions) {
  const parsed = declared.map((each, index) => {
    const result = parsePattern(each.pattern, converters, 'a test');
    if (!result.pattern) throw new Error(JSON.stringify(result.problems));
    return { method: each.method, pattern: result.pattern, index };
  });
  return compileRoutes(parsed, routerOptions);
}

function createServer(table: ReturnType<typeof createTable>, routerOptions: RouterOptions) {
  const server = Fastify({ routerOptions: { maxParamLength: 16384, ...routerOptions } });
  for (const shape of table.shapes) {
    server.route({
      method: [...httpMethods],
      url: shape.url,
      handler: (request, reply) => {
        const path = request.url.split('?', 1)[0] ?? '';
        const params = request.params as Record<string, string>;
        const match = shape.match(request.method as HttpMethod, params, { path });
        const others = match ? undefined : table.matchPath(path);
        // In a header, so that an answer to HEAD has it too.
        const answer = match
          ? { index: match.route.index, params: match.params }
          : others && { others: others.routes.map(({ index }) => index), params: others.params };
        return reply.header('x-answer', encodeURIComponent(JSON.stringify(answer ?? null))).send('');
      },
    });
  }
  server.setNotFoundHandler((_, reply) => reply.header('x-answer', 'null').send(''));
  return server;
}

describe('the first match in declaration order', () => {
  it('is what a naive scan of all routes finds, through the real router', async () => {
    expect.hasAssertions();
    const found = { match: 0, others: 0, nothing: 0 };

    await fc.assert(
      fc.asyncProperty(routes, requests, options, async (declared, asked, routerOptions) => {
        const table = createTable(declared, routerOptions);
        const server = createServer(table, routerOptions);

        for (const request of asked) {
          const response = await server.inject(request);
          const answer: unknown = JSON.parse(decodeURIComponent(String(response.headers['x-answer'])));
          const expected = scan(declared, request, routerOptions);

          expect(answer).toEqual(expected);
          found[expected === null ? 'nothing' : 'index' in expected ? 'match' : 'others']++;
        }
        await server.close();
      }),
      { numRuns: 700 },
    );

    expect(Math.min(...Object.values(found))).toBeGreaterThan(100);
  }, 60_000);

  it('is found without the router too, as a naive scan finds it', () => {
    fc.assert(
      fc.property(routes, requests, options, (declared, asked, routerOptions) => {
        const table = createTable(declared, routerOptions);

        for (const request of asked) {
          const match = table.match(request.method, request.url);
          const expected = scan(declared, request, routerOptions);

          const index = expected && 'index' in expected ? expected.index : undefined;
          expect(match?.route.index).toBe(index);
        }
      }),
      { numRuns: 2000 },
    );

    expect.hasAssertions();
  }, 60_000);
});
