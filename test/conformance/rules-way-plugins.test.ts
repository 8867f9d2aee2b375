import type { FastifyInstance, FastifyRequest, InjectOptions } from 'fastify';

import { plugin } from '../../src/index';
import { inForm, startTraced } from '../support/tracing';
import type { Form } from '../support/wire-kernel';

function createNotingPlugin(trace: string[], form: Form) {
  const note = (name: string) => inForm(form, () => void trace.push(name));
  const install = (server: FastifyInstance, _options: object, done: () => void) => {
    for (const name of ['onRequest', 'preParsing', 'preValidation', 'preHandler', 'onSend'] as const) {
      server.addHook(name as 'onRequest', async (_request: FastifyRequest) => {
        await note(name);
      });
    }
    done();
  };
  return plugin(Object.assign(install, { [Symbol.for('skip-override')]: true }));
}

describe.each<Form>(['sync', 'async'])('plugins around the phases in %s form', (form) => {
  it.each<InjectOptions>([
    { method: 'GET', url: '/' },
    { method: 'HEAD', url: '/' },
    { method: 'POST', url: '/', payload: { title: 'Tea' } },
  ])('runs the hooks of plugins around the phases: $method', async (request) => {
    const trace: string[] = [];
    const { kernel } = await startTraced({ form, trace, module: { plugins: [createNotingPlugin(trace, form)] } });

    const { statusCode } = await kernel.server.inject(request);
    await kernel.close();

    expect(statusCode).toBe(200);
    expect(trace).toEqual([
      'onRequest',
      ...['A.req', 'B.req', 'C.req'],
      ...['preParsing', 'preValidation', 'preHandler'],
      ...['A.view', 'B.view', 'C.view', 'VIEW'],
      ...['C.resp', 'B.resp', 'A.resp'],
      'onSend',
    ]);
  });

  it.each<[string, InjectOptions, string[]]>([
    [
      '405',
      { method: 'DELETE', url: '/' },
      ['preParsing', 'preValidation', 'preHandler', 'A.view', 'B.view', 'C.view'],
    ],
    [
      'OPTIONS',
      { method: 'OPTIONS', url: '/' },
      ['preParsing', 'preValidation', 'preHandler', 'A.view', 'B.view', 'C.view'],
    ],
    ['404', { url: '/missing' }, []],
  ])('runs the hooks of plugins around the phases of a %s', async (_, request, between) => {
    const trace: string[] = [];
    const { kernel } = await startTraced({ form, trace, module: { plugins: [createNotingPlugin(trace, form)] } });

    await kernel.server.inject(request);
    await kernel.close();

    expect(trace).toEqual(['onRequest', 'A.req', 'B.req', 'C.req', ...between, 'C.resp', 'B.resp', 'A.resp', 'onSend']);
  });

  it('GT-17 runs no onRequest hook of a plugin for a bad URL', async () => {
    const trace: string[] = [];
    const { kernel } = await startTraced({ form, trace, module: { plugins: [createNotingPlugin(trace, form)] } });

    await kernel.server.inject('/%zz');
    await kernel.close();

    expect(trace.slice(0, 6)).toEqual(['A.req', 'B.req', 'C.req', 'C.resp', 'B.resp', 'A.resp']);
    expect(trace).not.toContain('onRequest');
  });

  it("does not guard a plugin's own route", async () => {
    const trace: string[] = [];
    const install = (server: FastifyInstance, _options: object, done: () => void) => {
      server.get('/health', () => 'well');
      done();
    };
    const { kernel } = await startTraced({ form, trace, module: { plugins: [plugin(install)] } });

    const { body } = await kernel.server.inject('/health');
    await kernel.close();

    expect({ body, trace }).toEqual({ body: 'well', trace: [] });
  });
});
