import { Injectable, Module, provide, token } from '../../src/index';
import { createTestKernel } from '../../src/testing/index';
import { closeKernels, startKernel } from '../kernel/start-kernel';

afterEach(closeKernels);

const NAME = token<string>('NAME');
const PART = token<string>('PART');

describe('the container of a running kernel', () => {
  @Module({ providers: [provide(NAME, { useValue: 'a' })] })
  class Root {}

  it.each([
    'register',
    'registerInstance',
    'registerSingleton',
    'registerType',
    'reset',
    'clearInstances',
    'createChildContainer',
    'beforeResolution',
    'afterResolution',
    'dispose',
  ] as const)('refuses %s, and names the way', async (method) => {
    const { container } = await startKernel(Root);

    expect(() => (container[method] as (...parameters: unknown[]) => unknown)(NAME, { useValue: 'b' })).toThrow(
      `The container of a kernel cannot be changed: ${method}() was called.\n` +
        '  Write provide(…) in the providers of a module; in a test, createTestKernel(AppModule, { with: [provide(…)] }). [Q214]',
    );
    expect(container.resolve(NAME)).toBe('a');
  });

  it('knows what is registered, and builds decorated classes that nothing has needed', async () => {
    @Injectable()
    class Unneeded {}
    @Injectable()
    class Starting {
      onStart() {
        throw new Error('It is too late.');
      }
    }
    const { container } = await startKernel(Root);

    expect([NAME, PART, Unneeded].map((each) => container.isRegistered(each))).toEqual([true, false, true]);
    expect(container.resolve(Unneeded)).toBe(container.resolve(Unneeded));
    expect(() => container.resolve(Starting)).toThrow(
      'Starting has onStart, but nothing that the kernel knows needed it when it started.\n' +
        '  Add Starting to the providers of a module. [Q216]',
    );
    expect(() => container.resolve(PART)).toThrow('Attempted to resolve unregistered dependency token: "Symbol(PART)"');
  });

  it('is replaced in part by a test', async () => {
    const kernel = await createTestKernel(Root, { with: [provide(NAME, { useValue: 'b' })] });

    expect(kernel.container.resolve(NAME)).toBe('b');
    await kernel.close();
  });
});
