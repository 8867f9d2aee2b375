import type { FastifyInstance } from 'fastify';

import { Inject, Injectable, Kernel, Module, plugin, SERVER } from '../../src/index';

const order: string[] = [];

beforeEach(() => {
  order.length = 0;
});

@Injectable()
class Database {
  dispose() {
    order.push('dispose Database');
  }
}

async function first(server: FastifyInstance) {
  server.addHook('onClose', () => {
    order.push('close first');
  });
  return Promise.resolve();
}

async function second(): Promise<void> {
  return Promise.reject(new Error('No second.'));
}

describe('a start that fails', () => {
  it('closes the plugins that had been registered, once, and disposes the singletons after them', async () => {
    @Module({ providers: [Database], plugins: [plugin(first as never), plugin(second as never)] })
    class Root {}

    await expect(Kernel.create(Root, { logger: false, env: {} })).rejects.toThrow('No second.');

    expect(order).toEqual(['close first', 'dispose Database']);
  });

  it('says why it failed, also where a plugin cannot be closed', async () => {
    async function stubborn(server: FastifyInstance) {
      server.addHook('onClose', () => Promise.reject(new Error('I stay.')));
      return Promise.resolve();
    }
    @Module({ providers: [Database], plugins: [plugin(stubborn as never), plugin(second as never)] })
    class Root {}

    await expect(Kernel.create(Root, { logger: false, env: {} })).rejects.toThrow('No second.');

    expect(order).toEqual(['dispose Database']);
  });

  it('closes the server when a singleton cannot be started, before the others are disposed', async () => {
    @Injectable()
    class Hooking {
      constructor(
        @Inject(SERVER) server: FastifyInstance,
        readonly database: Database,
      ) {
        server.addHook('onClose', () => {
          order.push('close server');
        });
      }
    }
    @Injectable()
    class Failing {
      constructor(readonly hooking: Hooking) {
        throw new Error('No connection.');
      }
    }
    @Module({ providers: [Failing] })
    class Root {}

    await expect(Kernel.create(Root, { logger: false, env: {} })).rejects.toThrow('No connection.');

    expect(order).toEqual(['close server', 'dispose Database']);
  });
});
