import { injectable } from 'tsyringe';

import { HttpRequest, Inject, Injectable, Module, path, provide, token, View } from '../../src/index';
import { ask, closeKernels, startKernel } from '../kernel/start-kernel';

afterEach(closeKernels);

const NAME = token<string>('NAME');

describe('a factory without inject', () => {
  class Late {
    name = 'late';
  }
  injectable()(Late);

  @Injectable({ scope: 'request' })
  class Session {
    readonly id = {};
  }

  it('gets the container when all else is there, and may find more', async () => {
    const order: string[] = [];
    const OPAQUE = token<string>('OPAQUE');
    @Injectable()
    class Found {
      onStart() {
        order.push('start Found');
      }
    }
    @Injectable()
    class Slow {
      async onStart() {
        await Promise.resolve();
        order.push('start Slow');
      }
    }
    @Injectable()
    class Dependant {
      constructor(@Inject(OPAQUE) readonly text: string) {
        order.push('make Dependant');
      }
    }
    @Module({
      providers: [
        Dependant,
        provide(OPAQUE, {
          useFactory: async (container) => {
            container.resolve(Found);
            order.push(`make ${container.resolve(Late).name}`);
            return Promise.resolve('opaque');
          },
        }),
        Slow,
      ],
    })
    class Root {}
    const lines: string[] = [];
    const kernel = await startKernel(Root, { logger: { stream: { write: (line: string) => lines.push(line) } } });

    expect(order).toEqual(['start Slow', 'make late', 'make Dependant', 'start Found']);
    expect(kernel.container.resolve(Dependant).text).toBe('opaque');
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toContain(
      'OPAQUE of Root is made by a factory without `inject`: what it takes from the container is not proved at start.',
    );
  });

  it('sees the objects of its request', async () => {
    const OPAQUE = token<unknown[]>('OPAQUE');
    const seen: unknown[][] = [];
    @Injectable()
    class AView extends View {
      constructor(
        @Inject(OPAQUE) readonly opaque: unknown[],
        readonly session: Session,
        @Inject(HttpRequest) readonly own: HttpRequest,
      ) {
        super();
      }
      get() {
        seen.push([this.opaque[0] === this.session, this.opaque[1] === this.own, this.opaque[2], this.session]);
        return 1;
      }
    }
    @Module({
      routes: [path('/a', AView)],
      providers: [
        provide(OPAQUE, {
          scope: 'request',
          useFactory: (container) => [
            container.resolve(Session),
            container.resolve(HttpRequest as never),
            container.resolve(Late).name,
          ],
        }),
      ],
    })
    class Root {}
    const kernel = await startKernel(Root);

    await ask(kernel, '/a');
    await ask(kernel, '/a');

    expect(seen.map((each) => each.slice(0, 3))).toEqual([
      [true, true, 'late'],
      [true, true, 'late'],
    ]);
    expect(seen[0]?.[3]).not.toBe(seen[1]?.[3]);
  });

  it('fails the start where a singleton asks for an object of a request', async () => {
    @Module({
      providers: [provide(NAME, { useFactory: (container) => typeof container.resolve(Session).id })],
    })
    class Root {}

    await expect(startKernel(Root)).rejects.toThrow('Session belongs to a request. Ask for it with request.scope.get.');
  });

  it('fails the start where it asks for what is not ready', async () => {
    const ASYNC = token<string>('ASYNC');
    const never = (container: { resolve(of: never): string }) => container.resolve(ASYNC as never);
    @Module({
      providers: [
        provide(NAME, { useFactory: never }),
        provide(ASYNC, { useFactory: (container) => Promise.resolve(container.constructor.name) }),
      ],
    })
    class Root {}

    await expect(startKernel(Root)).rejects.toThrow(
      'ASYNC is asked for before it is ready. Name it in `inject` of the factory that needs it.',
    );
  });
});
