import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import * as fc from 'fast-check';

import { registerJsonParser } from '../../src/http/json-parser';

const servers: FastifyInstance[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

function createEcho(options: FastifyServerOptions, register: (server: FastifyInstance) => void = () => undefined) {
  const server = fastify(options);
  servers.push(server);
  register(server);
  server.post('/', ({ body }) => ({ body, own: Object.getOwnPropertyNames(body ?? {}) }));
  return async (payload: string) => {
    const { statusCode, body } = await server.inject({ method: 'POST', url: '/', payload, headers });
    return { statusCode, body };
  };
}

const headers = { 'content-type': 'application/json' };

const names = ['a', '__proto__', 'constructor', 'prototype', '_', '\u005f', 'ü', '\n'];

// As some clients write it: any character as an escape.
function escape(text: string, isEscaped: boolean): string {
  const escapeOne = (each: string) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return isEscaped ? text.replace(/[a-z_]/g, escapeOne) : text;
}

const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, 0, -1.5, '', 'constructor', '"__proto__":1'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom(...names), tie('value')), { maxLength: 3 })
      .map((entries) => Object.fromEntries(entries.map(([name, value]) => [name, value]))),
  ),
})).value;

const texts = fc.oneof(
  fc.tuple(values, fc.boolean()).map(([value, isEscaped]) => escape(JSON.stringify(value), isEscaped)),
  fc.tuple(values, fc.nat(20)).map(([value, end]) => JSON.stringify(value).slice(0, end)),
  fc.constantFrom(
    '',
    ' ',
    '\ufeff{}',
    'undefined',
    '{"a":1}}',
    '{"__proto__" :1}',
    '{"a":{"constructor":{"prototype":{}}}}',
    '{"\\u005F_proto__":1}',
  ),
);

describe('the parser of JSON', () => {
  it.each([
    {},
    { onProtoPoisoning: 'remove', onConstructorPoisoning: 'remove' },
    { onProtoPoisoning: 'ignore', onConstructorPoisoning: 'error' },
  ] as const)("answers as Fastify's own with %j", async (options) => {
    const askOurs = createEcho(options, registerJsonParser);
    const askTheirs = createEcho(options);

    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(await askOurs(text)).toEqual(await askTheirs(text));
      }),
      { numRuns: 300 },
    );
  });
});
