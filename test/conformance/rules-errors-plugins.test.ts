import type { FastifyInstance, InjectOptions } from 'fastify';

import { plugin, type ProblemDetails } from '../../src/index';
import { askTraced } from '../support/tracing';
import type { Form } from '../support/wire-kernel';

const inward = 'A.req B.req C.req A.view B.view C.view';
const outward = 'C.resp B.resp A.resp';
const exceptions = 'C.exc B.exc A.exc';

/** A plugin whose hooks and parsers are those of the whole server. */
function globalPlugin(register: (server: FastifyInstance) => void) {
  const install = (server: FastifyInstance, _options: object, done: () => void) => {
    register(server);
    done();
  };
  return plugin(Object.assign(install, { [Symbol.for('skip-override')]: true }));
}

function createError(properties: object) {
  return Object.assign(new Error('Told by the plugin.'), properties);
}

describe.each<Form>(['sync', 'async'])('errors of plugins with %s hooks', (form) => {
  it.each<[object, number, string, string | undefined]>([
    [{ statusCode: 429 }, 429, 'warn', 'Told by the plugin.'],
    [{ statusCode: 503 }, 500, 'error', undefined],
    [{}, 500, 'error', undefined],
  ])(
    'RU-08 sends an error of a plugin with %j before the request phase, and runs no hook',
    async (properties, status, level, detail) => {
      const guard = globalPlugin((server) => {
        if (form === 'async') server.addHook('onRequest', () => Promise.reject(createError(properties)));
        else
          server.addHook('onRequest', (_request, _reply, done) => {
            done(createError(properties));
          });
      });

      for (const url of ['/', '/missing']) {
        const { trace, response, log } = await askTraced({ form, module: { plugins: [guard] } }, { url });

        expect({ trace, status: response.statusCode }).toEqual({ trace: '', status });
        expect(response.json<ProblemDetails>().detail).toBe(detail);
        expect(log).toEqual([expect.stringMatching(new RegExp(`^${level}: GET ${url} was answered ${status}`))]);
      }
    },
  );

  it.each<['preParsing' | 'preValidation' | 'preHandler', object, number, string | undefined]>([
    ['preParsing', { statusCode: 429 }, 429, 'Told by the plugin.'],
    ['preParsing', {}, 500, undefined],
    ['preValidation', { statusCode: 429 }, 429, 'Told by the plugin.'],
    ['preValidation', {}, 500, undefined],
    ['preHandler', { statusCode: 429 }, 429, 'Told by the plugin.'],
    ['preHandler', { statusCode: 503 }, 500, undefined],
  ])(
    'RU-08 sends an error of a %s hook of a plugin with %j the way of GT-15',
    async (hook, properties, status, detail) => {
      const guard = globalPlugin((server) => {
        server.addHook(hook as 'preHandler', () => Promise.reject(createError(properties)));
      });
      const request: InjectOptions = { method: 'POST', url: '/', payload: { title: 'Tea' } };

      for (const each of [request, { url: '/' }]) {
        const { trace, response, subjects } = await askTraced({ form, module: { plugins: [guard] } }, each);

        expect({ trace, status: response.statusCode }).toEqual({ trace: `${inward} ${exceptions} ${outward}`, status });
        expect(response.json<ProblemDetails>().detail).toBe(detail);
        expect(subjects.get('A.exc')).toMatchObject({ message: 'Told by the plugin.' });
      }
    },
  );

  it.each<[object, number, string | undefined]>([
    [{}, 400, 'The body could not be read.'],
    [{ statusCode: 422 }, 422, 'Told by the plugin.'],
    [{ statusCode: 500 }, 500, undefined],
  ])('RU-08 maps an error of a body parser with %j', async (properties, status, detail) => {
    const parser = globalPlugin((server) => {
      server.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, _body, done) => {
        if (form === 'sync') done(createError(properties));
        else
          void Promise.resolve().then(() => {
            done(createError(properties));
          });
      });
    });
    const request = { method: 'POST', url: '/', headers: { 'content-type': 'text/csv' }, payload: 'a,b' } as const;

    const { trace, response, log } = await askTraced({ form, module: { plugins: [parser] } }, request);

    expect({ trace, status: response.statusCode }).toEqual({ trace: `${inward} ${exceptions} ${outward}`, status });
    expect(response.json<ProblemDetails>().detail).toBe(detail);
    expect(log).toHaveLength(1);
  });
});

describe('errors of plugins while an answer is sent', () => {
  it('RU-08 answers an error of onSend plainly, and runs no hook again', async () => {
    const breaking = globalPlugin((server) => {
      server.addHook('onSend', (_request, _reply, _payload, done) => {
        done(createError({}));
      });
    });

    const { trace, status, errors } = await askTraced({ form: 'sync', module: { plugins: [breaking] } });

    expect({ trace, status }).toEqual({ trace: `${inward} VIEW ${outward}`, status: 500 });
    expect(errors[0]).toBe('Told by the plugin.');
  });
});
