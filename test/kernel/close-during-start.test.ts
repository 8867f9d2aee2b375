import type { FastifyInstance } from 'fastify';

import { Inject, Injectable, Kernel, Module, type OnStart, SERVER } from '../../src/index';

const order: string[] = [];
const lines: string[] = [];
const options = { logger: { level: 'error', stream: { write: (line: string) => void lines.push(line) } }, env: {} };

beforeEach(() => {
  order.length = 0;
  lines.length = 0;
});

@Injectable()
class Database {
  dispose() {
    order.push('dispose Database');
  }
}

@Injectable()
class Cache {
  constructor(readonly database: Database) {}
  dispose() {
    order.push('dispose Cache');
    throw new Error('The cache is stuck.');
  }
}

describe('a disposal that fails after a failed start', () => {
  it('is logged, the others are disposed, and the error is the one of the start', async () => {
    @Injectable()
    class Failing implements OnStart {
      constructor(readonly cache: Cache) {}
      onStart() {
        throw new Error('No connection.');
      }
    }
    @Module({ providers: [Failing] })
    class Root {}

    await expect(Kernel.create(Root, options)).rejects.toThrow('No connection.');

    expect(order).toEqual(['dispose Cache', 'dispose Database']);
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['The disposal of Cache failed.']);
  });
});

describe('a kernel that is closed', () => {
  @Module({ providers: [Database] })
  class Root {}

  it('while it begins to listen: it listens no more, and is disposed', async () => {
    const kernel = await Kernel.create(Root, options);

    const listening = kernel.listen({ host: '127.0.0.1', port: 0 });
    await kernel.close();
    await listening;

    expect(kernel.server.server.listening).toBe(false);
    expect(order).toEqual(['dispose Database']);
  });

  it('cannot listen any more', async () => {
    const kernel = await Kernel.create(Root, options);
    await kernel.close();

    await expect(kernel.listen({ host: '127.0.0.1', port: 0 })).rejects.toThrow(
      new Error('The kernel has been closed, so it cannot listen. Create another one.'),
    );
    expect(kernel.server.server.listening).toBe(false);
  });

  it('by a singleton that is being started: the start fails, and all is disposed', async () => {
    @Injectable()
    class Closing implements OnStart {
      constructor(
        @Inject(SERVER) private readonly server: FastifyInstance,
        readonly database: Database,
      ) {}
      async onStart() {
        await this.server.close();
      }
    }
    @Module({ providers: [Closing] })
    class Root {}

    await expect(Kernel.create(Root, options)).rejects.toThrow('Cannot call "addHook"!');

    expect(order).toEqual(['dispose Database']);
  });
});
