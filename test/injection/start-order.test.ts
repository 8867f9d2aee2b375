import { Inject, Injectable, Module, type OnStart, type OnStop, provide, token } from '../../src/index';
import { closeKernels, readRefusal, startKernel } from '../kernel/start-kernel';

afterEach(closeKernels);

const [A, B, C] = [token<string>('A'), token<string>('B'), token<string>('C')];

/** A promise, and what keeps it. */
function createLatch() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const release = () => {
    open();
  };
  return { open: release, opened };
}

describe('asynchronous singletons', () => {
  it('are made at the same time where they do not need each other', async () => {
    const [first, second] = [createLatch(), createLatch()];
    const order: string[] = [];
    // Each waits for the other to have begun.
    const makeA = async () => {
      order.push('begin A');
      first.open();
      await second.opened;
      return 'a';
    };
    const makeB = async () => {
      order.push('begin B');
      second.open();
      await first.opened;
      return 'b';
    };
    const makeC = (a: string, b: string) => {
      order.push('begin C');
      return Promise.resolve(a + b);
    };
    @Module({
      providers: [
        provide(C, { inject: [A, B], useFactory: makeC }),
        provide(B, { inject: [], useFactory: makeB }),
        provide(A, { useFactory: makeA }),
      ],
    })
    class Root {}

    const { container } = await startKernel(Root);

    expect(container.resolve(C)).toBe('ab');
    expect(order).toEqual(['begin A', 'begin B', 'begin C']);
  });

  it('start when all that they need has started, also through what is built anew', async () => {
    const order: string[] = [];
    class Named implements OnStart, OnStop {
      constructor(readonly name: string) {}
      async onStart() {
        order.push(`starts ${this.name}`);
        await new Promise((resolve) => setImmediate(resolve));
        order.push(`started ${this.name}`);
      }
      onStop() {
        order.push(`stops ${this.name}`);
      }
    }
    @Injectable()
    class Database extends Named {
      constructor() {
        super('Database');
      }
    }
    @Injectable({ scope: 'transient' })
    class Session {
      constructor(readonly database: Database) {}
    }
    @Injectable()
    class Notes extends Named {
      constructor(readonly session: Session) {
        super('Notes');
      }
    }
    @Injectable()
    class Mailer extends Named {
      constructor() {
        super('Mailer');
      }
    }
    @Module({ providers: [Notes, Mailer] })
    class Root {}
    const kernel = await startKernel(Root);
    await kernel.close();

    expect(order).toEqual([
      'starts Database',
      'starts Mailer',
      'started Database',
      'starts Notes',
      'started Mailer',
      'started Notes',
      'stops Notes',
      'stops Mailer',
      'stops Database',
    ]);
  });

  it('are released when they come too late, after another has failed', async () => {
    const late = createLatch();
    const released = createLatch();
    const order: string[] = [];
    const makeA = async () => {
      await late.opened;
      return {
        onStart: () => order.push('start A'),
        onStop: () => order.push('stop A'),
        dispose: () => {
          order.push('dispose A');
          released.open();
        },
      };
    };
    const failB = () => Promise.reject(new Error('No connection.'));
    @Module({
      providers: [
        provide(token<object>('A'), { useFactory: makeA }),
        provide(B, { useFactory: failB }),
        provide(C, { inject: [B], useFactory: () => order.push('make C').toString() }),
      ],
    })
    class Root {}

    await expect(startKernel(Root)).rejects.toThrow('No connection.');
    expect(order).toEqual([]);
    late.open();
    await released.opened;

    expect(order).toEqual(['start A', 'stop A', 'dispose A']);
  });

  it('have a time limit, which names provider and module', async () => {
    const make = () => new Promise<string>(() => undefined);
    @Module({ providers: [provide(A, { inject: [], useFactory: make })] })
    class Parts {}
    @Module({ imports: [Parts] })
    class Root {}

    expect(await readRefusal(Root, { env: { START_TIMEOUT: '5' } })).toBe(
      'A of Parts was not ready after 5 ms.\n' +
        '  See what its factory or its onStart waits for, or raise START_TIMEOUT. [Q215]',
    );
  });

  it('have a time limit for onStart, and none with 0', async () => {
    const latch = createLatch();
    @Injectable()
    class Waiting implements OnStart {
      constructor(@Inject(A) readonly a: string) {}
      onStart() {
        return this.a === 'waits' ? latch.opened : new Promise<void>(setImmediate);
      }
    }
    const start = (value: string, limit: string) => {
      @Module({ providers: [Waiting, provide(A, { useValue: value })] })
      class Root {}
      return startKernel(Root, { env: { START_TIMEOUT: limit } });
    };

    await expect(start('waits', '5')).rejects.toThrow('Waiting of Root was not ready after 5 ms.');
    expect((await start('goes on', '0')).container.resolve(Waiting).a).toBe('goes on');
  });
});
