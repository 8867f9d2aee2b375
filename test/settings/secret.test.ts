import { Writable } from 'node:stream';
import { format, inspect } from 'node:util';
import fastify from 'fastify';
import { Secret } from '../../src/settings/secret';

describe('a secret', () => {
  const secret = new Secret('s3same');

  it('gives its text when asked', () => {
    expect(secret.reveal()).toBe('s3same');
  });

  it.each<[string, () => unknown]>([
    ['String()', () => String(secret)],
    ['a template', () => `a ${secret as unknown as string}`.slice(2)],
    ['concatenation', () => ['', secret].join('')],
    ['inspect', () => inspect(secret)],
    ['format', () => format('%s', secret)],
    ['inspect with hidden properties', () => inspect(secret, { showHidden: true })],
  ])('prints as *** in %s', (_, print) => {
    expect(print()).toBe('***');
  });

  it('is *** in JSON and in a nested object', () => {
    expect(JSON.stringify({ keys: [secret] })).toBe('{"keys":["***"]}');
    expect(inspect({ keys: [secret] })).toBe('{ keys: [ *** ] }');
  });

  it('has no content that a loop, a copy or a bare inspect finds', () => {
    expect(Reflect.ownKeys(secret)).toEqual([]);
    expect(structuredClone(secret)).toEqual({});
    expect(inspect(secret, { customInspect: false, showHidden: true })).toBe('Secret {}');
  });

  it('does not reach a log of pino', () => {
    let log = '';
    const stream = new Writable({
      write(chunk, _, done) {
        log += String(chunk);
        done();
      },
    });
    const logger = fastify({ logger: { stream } }).log;

    logger.info({ settings: { jwtKey: secret } }, 'started with %s and %o', secret, secret);
    logger.info(secret);

    expect(log).toContain('"settings":{"jwtKey":"***"}');
    expect(log).not.toContain('s3same');
  });
});
