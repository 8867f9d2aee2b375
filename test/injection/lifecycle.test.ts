import { Injectable, Module, type OnStart, type OnStop, provide, token } from '../../src/index';
import { closeKernels, startKernel } from '../kernel/start-kernel';

afterEach(closeKernels);

const order: string[] = [];

beforeEach(() => {
  order.length = 0;
});

@Injectable()
class Database implements OnStart, OnStop {
  async onStart() {
    await Promise.resolve();
    order.push('start Database');
  }
  async onStop() {
    await Promise.resolve();
    order.push('stop Database');
  }
  async [Symbol.asyncDispose]() {
    await Promise.resolve();
    order.push('dispose Database');
  }
}

@Injectable()
class Notes implements OnStart, OnStop {
  constructor(readonly database: Database) {}
  onStart() {
    order.push('start Notes');
  }
  onStop() {
    order.push('stop Notes');
  }
  dispose() {
    order.push('dispose Notes');
  }
}

describe('the lifecycle of singletons', () => {
  it('starts dependencies first, stops them last, and disposes once after all have stopped', async () => {
    @Module({ providers: [Notes] })
    class Root {}
    const kernel = await startKernel(Root);
    expect(order).toEqual(['start Database', 'start Notes']);

    await kernel.close();
    await kernel.close();

    expect(order).toEqual([
      'start Database',
      'start Notes',
      'stop Notes',
      'stop Database',
      'dispose Notes',
      'dispose Database',
    ]);
  });

  it('stops what had started and disposes what was built when a start fails', async () => {
    @Injectable()
    class Failing implements OnStart, OnStop {
      constructor(readonly notes: Notes) {}
      onStart() {
        throw new Error('No connection.');
      }
      onStop() {
        order.push('stop Failing');
      }
      dispose() {
        order.push('dispose Failing');
      }
    }
    @Injectable()
    class Late implements OnStart {
      constructor(readonly failing: Failing) {}
      onStart() {
        order.push('start Late');
      }
    }
    @Module({ providers: [Late] })
    class Root {}

    await expect(startKernel(Root)).rejects.toThrow('No connection.');

    expect(order).toEqual([
      'start Database',
      'start Notes',
      'stop Notes',
      'stop Database',
      'dispose Failing',
      'dispose Notes',
      'dispose Database',
    ]);
  });

  it('disposes when a plugin refuses to start', async () => {
    const plugin = {
      kind: 'plugin',
      plugin: () => Promise.reject(new Error('No plugin.')),
      options: undefined,
    } as const;
    @Module({ providers: [Notes], plugins: [plugin] })
    class Root {}

    await expect(startKernel(Root)).rejects.toThrow('No plugin.');

    expect(order.slice(2)).toEqual(['stop Notes', 'stop Database', 'dispose Notes', 'dispose Database']);
  });

  it('goes on where stopping or disposing fails, and logs it', async () => {
    const lines: string[] = [];
    @Injectable()
    class Stubborn implements OnStop {
      constructor(readonly database: Database) {}
      onStop() {
        throw new Error('I stay.');
      }
    }
    @Module({ providers: [Stubborn] })
    class Root {}
    const kernel = await startKernel(Root, { logger: { stream: { write: (line: string) => lines.push(line) } } });

    await kernel.close();

    expect(order).toEqual(['start Database', 'stop Database', 'dispose Database']);
    expect(lines.join('')).toContain('Stubborn.onStop failed.');
    expect(lines.join('')).toContain('I stay.');
  });

  it('disposes also where a plugin fails to close', async () => {
    @Module({ providers: [Notes] })
    class Root {}
    const kernel = await startKernel(Root, {});
    jest.spyOn(kernel.server, 'close').mockImplementation((() => Promise.reject(new Error('Stuck.'))) as never);

    await expect(kernel.close()).rejects.toThrow('Stuck.');

    expect(order.slice(2)).toEqual(['stop Notes', 'stop Database', 'dispose Notes', 'dispose Database']);
    jest.restoreAllMocks();
  });

  it('disposes what a factory made by its own function, and a given value only where told', async () => {
    const MADE = token<object>('MADE');
    const GIVEN = token<object>('GIVEN');
    const KEPT = token<object>('KEPT');
    const dispose = (name: string) => () => order.push(name);
    @Module({
      providers: [
        provide(MADE, { useFactory: () => ({ dispose: dispose('method of made') }), dispose: dispose('made') }),
        provide(GIVEN, { useValue: { dispose: dispose('method of given') }, dispose: dispose('given') }),
        provide(KEPT, { useValue: { dispose: dispose('method of kept') } }),
      ],
    })
    class Root {}
    const kernel = await startKernel(Root);

    await kernel.close();

    expect(order).toEqual(['given', 'made']);
  });
});
