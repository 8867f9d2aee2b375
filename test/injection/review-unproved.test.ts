import { Inject, Injectable, Module, path, View } from '../../src/index';
import { ask, closeKernels, startKernel } from '../kernel/start-kernel';

afterEach(closeKernels);

const unproved = (name: string) =>
  `${name} needs classes that no module of the kernel needed at its start, so they were not built.\n` +
  `  Add ${name} to the routes of a module, or what it needs to the providers of one. [Q207]`;

class Plain {}

@Injectable()
class Late {
  constructor(@Inject(Plain) readonly plain: Plain) {}
}

class InnerView extends View {
  constructor(@Inject(Late) readonly late: Late) {
    super();
  }
  get() {
    return { late: typeof this.late };
  }
}

class OtherView extends View {
  constructor(@Inject(Late, { optional: true }) readonly late?: Late) {
    super();
  }
  get() {
    return { late: typeof this.late };
  }
}

class MaybeView extends View {
  constructor(@Inject(Plain, { optional: true }) readonly plain?: Plain) {
    super();
  }
  get() {
    return { plain: typeof this.plain };
  }
}

describe('a view that the kernel does not know from its start', () => {
  async function startHandingOn() {
    const thrown: unknown[] = [];
    const inner = [InnerView.asView(), OtherView.asView(), MaybeView.asView()];

    class OuterView extends View {
      async get() {
        const index = Number((this.request.query as { inner: string }).inner);
        return inner[index]?.(this.request).catch((error: unknown) => {
          thrown.push((error as Error).message);
          return { refused: index };
        });
      }
      post() {
        return 'known';
      }
    }
    @Module({ routes: [path('/a', OuterView)] })
    class Root {}
    return { kernel: await startKernel(Root), thrown };
  }

  it('is refused each time, with the same words, whatever was refused before', async () => {
    const { kernel, thrown } = await startHandingOn();

    for (const inner of [0, 0, 1, 1, 0]) await ask(kernel, `/a?inner=${inner}`);

    expect(thrown).toEqual(['InnerView', 'InnerView', 'OtherView', 'OtherView', 'InnerView'].map(unproved));
  });

  it('is built without what is optional and provided by nobody', async () => {
    const { kernel } = await startHandingOn();

    expect((await ask(kernel, '/a?inner=2')).body).toEqual({ plain: 'undefined' });
  });

  it('leaves the views of the kernel alone: a 405 that is first asked for afterwards is answered', async () => {
    const { kernel } = await startHandingOn();
    await ask(kernel, '/a?inner=0');

    expect((await ask(kernel, '/a', 'DELETE')).status).toBe(405);
  });
});
