import { Get, Inject, Module, Route, token } from '../../src/index';
import { closeKernels, readRefusal, startKernel } from '../kernel/start-kernel';

afterEach(closeKernels);

const PART = token<string>('PART');

@Route('/parts')
class PartsView {
  constructor(@Inject(PART) private readonly part: string) {}
  @Get() get() {
    return this.part;
  }
}

function createRoot(...providers: unknown[]) {
  @Module({ routes: [PartsView], providers: providers as never })
  class Root {}
  return Root;
}

const one = (): number => 1;
// A circular import leaves this.
const unloaded = undefined;

describe('a provider that no compiler has checked', () => {
  it.each([
    [
      'without a way',
      { provide: PART },
      'does not say how it is made.\n  Give it useValue, useClass, useToken or useFactory.',
    ],
    [
      'of a class that is not loaded',
      { token: PART, useClass: unloaded },
      'has undefined as useClass: it is not exported, or files import each other in a circle.\n' +
        '  Export it, or move it into a file that does not import this one.',
    ],
    [
      'with two ways',
      { provide: PART, useValue: 1, useFactory: one },
      'has both useValue and useFactory.\n  Leave one of them.',
    ],
    ['with text for a class', { provide: PART, useClass: 'Part' }, 'has "Part" as useClass.\n  Give it a class.'],
    [
      'with null for a token',
      { provide: PART, useToken: null },
      'has null as useToken.\n  Give it a token or a class.',
    ],
    ['with a number for a factory', { provide: PART, useFactory: 3 }, 'has 3 as useFactory.\n  Give it a function.'],
    [
      'that injects a single token',
      { provide: PART, inject: PART, useFactory: one },
      'has a symbol as inject.\n  Give it a list of tokens and classes.',
    ],
    [
      'with an object for disposal',
      { provide: PART, useValue: 1, dispose: {} },
      'has an object as dispose.\n  Give it a function.',
    ],
    [
      'in an unknown scope',
      { provide: PART, inject: [], useFactory: one, scope: 'prototype' },
      'has "prototype" as scope.\n  Give it one of singleton, request, transient.',
    ],
  ])('%s is the only fault', async (_, provider, fault) => {
    expect(await readRefusal(createRoot(provider))).toBe(`The provider of PART in Root ${fault} [Q218]`);
  });

  it('may leave out what is undefined', async () => {
    const provider = { token: PART, useValue: 'part', useClass: undefined, inject: undefined, scope: undefined };

    const { container } = await startKernel(createRoot(provider));

    expect(container.resolve(PART as never)).toBe('part');
  });

  it('is no provider without a token', async () => {
    expect(await readRefusal(createRoot({ token: PART, useValue: 'part' }, { provide: unloaded, useValue: 1 }))).toBe(
      'The providers of Root contain an object without a token, which is no provider.\n' +
        '  Write a class, or provide(token, { useValue, useClass, useToken or useFactory }). [Q206]',
    );
  });

  it('counts once in a module', async () => {
    expect(await readRefusal(createRoot({ token: PART, useValue: 1 }, { token: PART, useValue: 2 }))).toBe(
      'PART is provided twice by Root.\n' +
        '  Remove one of them, mark the one that counts with `override: true`, or all of them with `multi: true`. [Q205]',
    );
  });
});
