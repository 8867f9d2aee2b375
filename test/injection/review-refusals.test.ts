import {
  Get,
  Inject,
  Injectable,
  Middleware,
  MiddlewareNotUsed,
  Module,
  type ModuleOptions,
  path,
  plugin,
  Route,
} from '../../src/index';
import { ask, closeKernels, readRefusal, startKernel } from '../kernel/start-kernel';

afterEach(closeKernels);

@Route('/a')
class AView {
  @Get() get() {
    return 'a';
  }
}

@Middleware()
class Refusing {
  constructor() {
    throw new MiddlewareNotUsed('There is no cache.');
  }
  processRequest() {}
}

function createRoot(options: ModuleOptions) {
  @Module({ routes: [AView], middleware: [Refusing], ...options })
  class Root {}
  return Root;
}

const refusal = (dependant: string) =>
  `${dependant} needs Refusing, which is not used: There is no cache.\n` +
  '  Inject it with @Inject(Refusing, { optional: true }), or do not throw MiddlewareNotUsed. [Q208]';

describe('MiddlewareNotUsed', () => {
  it('stops the start where a service throws it', async () => {
    @Injectable()
    class Service {
      constructor() {
        throw new MiddlewareNotUsed('I am no middleware.');
      }
    }

    await expect(startKernel(createRoot({ providers: [Service] }))).rejects.toThrow('I am no middleware.');
  });

  it.each(['singleton', 'transient', 'request'] as const)('stops the start of a %s that needs it', async (scope) => {
    @Injectable({ scope })
    class Service {
      constructor(readonly refusing: Refusing) {}
    }

    expect(await readRefusal(createRoot({ providers: [Service] }))).toBe(refusal('Service'));
  });

  it('stops the start where a view needs it', async () => {
    class NeedyView {
      constructor(@Inject(Refusing) readonly refusing: Refusing) {}
      @Get() get() {
        return 'needy';
      }
    }

    expect(await readRefusal(createRoot({ routes: [path('/b', NeedyView)] }))).toBe(refusal('NeedyView'));
  });

  it('stops the start where the options of a plugin need it', async () => {
    const entry = plugin(() => Promise.resolve(), { inject: [Refusing], useFactory: () => ({}) } as never);

    expect(await readRefusal(createRoot({ plugins: [entry] }))).toBe(refusal('A caller of the container'));
  });

  it('leaves out what is optional', async () => {
    class MaybeView {
      constructor(@Inject(Refusing, { optional: true }) readonly refusing?: Refusing) {}
      @Get() get() {
        return { refusing: typeof this.refusing };
      }
    }
    const kernel = await startKernel(createRoot({ routes: [path('/b', MaybeView)] }));

    expect((await ask(kernel, '/b')).body).toEqual({ refusing: 'undefined' });
  });
});
