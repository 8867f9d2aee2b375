import { subscribe, unsubscribe } from 'node:diagnostics_channel';

import { IsInt } from 'class-validator';
import type { FastifyInstance, FastifyReply } from 'fastify';

import { Body, Get, Inject, Injectable, type OnStart, Post, Route, SERVER } from '../../src/index';
import { ask } from '../support/raw-http';
import { KernelLog, startWire, stopKernels } from '../support/wire-kernel';

afterEach(stopKernels);

class NewNote {
  @IsInt() pages!: number;
}

@Route('/notes')
class NotesView {
  @Get()
  show() {
    return 'text';
  }

  @Post()
  create(@Body() { pages }: NewNote) {
    return { pages };
  }
}

const parts = { routes: [NotesView] };

describe('an application whose provider is given the server', () => {
  function createProvider(start: (server: FastifyInstance) => void) {
    @Injectable()
    class Provider implements OnStart {
      constructor(@Inject(SERVER) private readonly server: FastifyInstance) {}
      onStart() {
        start(this.server);
      }
    }
    return Provider;
  }

  it('shows each answer to its hooks', async () => {
    const seen: unknown[] = [];
    const provider = createProvider((server) => {
      server.addHook('onSend', (_request, reply, payload, done) => {
        seen.push([reply.getHeader('content-type'), payload]);
        done(null, payload);
      });
    });
    const { origin } = await startWire({ ...parts, providers: [provider] });

    await ask(origin, 'GET /notes');

    expect(seen).toEqual([['text/plain; charset=utf-8', 'text']]);
  });

  it('keeps the headers that its hooks set', async () => {
    const provider = createProvider((server) => {
      server.addHook('onRequest', (_request, reply: FastifyReply, done) => {
        reply.header('x-of-hook', 'yes');
        done();
      });
    });
    const { origin } = await startWire({ ...parts, providers: [provider] });

    expect((await ask(origin, 'GET /notes')).headers['x-of-hook']).toBe('yes');
    expect((await ask(origin, 'GET /nowhere')).headers['x-of-hook']).toBe('yes');
  });

  it('guards its routes and hooks', async () => {
    const seen: string[] = [];
    const provider = createProvider((server) => {
      server.get('/own', () => Promise.resolve('own'));
      server.addHook('onRequest', ({ url }, _reply, done) => {
        seen.push(url);
        done();
      });
    });
    const { origin } = await startWire({ ...parts, providers: [provider] });

    expect((await ask(origin, 'GET /own')).body).toBe('own');
    expect((await ask(origin, 'GET *own')).status).toBe(400);
    expect((await ask(origin, 'GET /own#a')).status).toBe(400);
    expect(seen).toEqual(['/own']);
  });

  it('parses JSON as its parser does', async () => {
    const provider = createProvider((server) => {
      server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, _text, done) => {
        done(null, { pages: 7 });
      });
    });
    const { origin } = await startWire({ ...parts, providers: [provider] });

    const answer = await ask(origin, 'POST /notes', {
      body: '{"pages":1}',
      headers: { 'content-type': 'application/json' },
    });

    expect(JSON.parse(answer.body)).toEqual({ pages: 7 });
  });
});

it('gives a log that writes headers those of the answer', async () => {
  const log = new KernelLog();
  const res = (reply: Partial<FastifyReply>) => ({ type: reply.getHeader?.('content-type') });
  const { origin } = await startWire(parts, { logger: { level: 'info', serializers: { res }, stream: log } });

  await ask(origin, 'GET /notes');

  expect(await log.waitFor('request completed')).toMatchObject({ res: { type: 'text/plain; charset=utf-8' } });
});

it('shows each answer to who has listened for the server', async () => {
  const addHook = (message: unknown): void => {
    const { fastify: server } = message as { readonly fastify: FastifyInstance };
    server.addHook('onSend', (_request, reply, payload, done) => {
      reply.header('x-of-listener', 'yes');
      done(null, payload);
    });
  };
  subscribe('fastify.initialization', addHook);
  const { origin } = await startWire(parts).finally(() => unsubscribe('fastify.initialization', addHook));

  expect((await ask(origin, 'GET /notes')).headers['x-of-listener']).toBe('yes');
});

it('gives what is mixed into a log the reply', async () => {
  const log = new KernelLog();
  const addType = (line: Record<string, unknown>) => {
    const { res } = line as { readonly res?: FastifyReply };
    return res ? { ...line, type: res.getHeader('content-type') } : line;
  };
  const { origin } = await startWire(parts, { logger: { level: 'info', formatters: { log: addType }, stream: log } });

  await ask(origin, 'GET /notes');

  expect(await log.waitFor('request completed')).toMatchObject({ type: 'text/plain; charset=utf-8' });
});
