import type { FastifyPluginCallback } from 'fastify';

import { Get, include, Inject, Injectable, Module, plugin, provide, Route, token } from '../../src/index';
import { readRefusal } from './start-kernel';

interface Mailer {
  send(): void;
}

class Undecorated {}

const emptyPlugin: FastifyPluginCallback<object> = (_server, _options, done) => {
  done();
};
const MAILER = token<Mailer>('MAILER');

describe('start faults of the graph', () => {
  it('names a missing provider with the path from the view', async () => {
    @Injectable()
    class Notes {
      constructor(@Inject(MAILER) readonly mailer: Mailer) {}
    }
    @Route('/a')
    class AView {
      constructor(
        readonly notes: Notes,
        readonly other: Undecorated,
      ) {}
      @Get() get() {
        return 1;
      }
    }
    @Module({ routes: [AView] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'Nothing provides MAILER, which is needed by AView → Notes, parameter "mailer" (1st).\n' +
        '  Either add provide(MAILER, …) to the providers of a module, or middleware with `provides: [MAILER]` to the chain of the routes. [Q201]\n' +
        'Nothing provides Undecorated, which is needed by AView, parameter "other" (2nd).\n' +
        '  Decorate the class with @Injectable(); if it is abstract, add provide(Undecorated, { useClass }) to the providers of a module. [Q201]',
    );
  });

  it('names what a factory, an alias and a plugin miss', async () => {
    @Module({
      providers: [provide('a' as never, { useToken: MAILER })],
      plugins: [plugin(emptyPlugin, { inject: [Undecorated], useFactory: () => ({}) })],
    })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'Nothing provides MAILER, which is needed by a (useToken).\n' +
        '  Either add provide(MAILER, …) to the providers of a module, or middleware with `provides: [MAILER]` to the chain of the routes. [Q201]\n' +
        'Nothing provides Undecorated, which is needed by plugin(emptyPlugin) (1st of inject).\n' +
        '  Decorate the class with @Injectable(); if it is abstract, add provide(Undecorated, { useClass }) to the providers of a module. [Q201]',
    );
  });

  it('names both modules that provide one token', async () => {
    @Module({ providers: [provide(MAILER, { useValue: { send: () => undefined } })] })
    class Inner {}
    @Module({ routes: [include('/a', Inner)], providers: [provide(MAILER, { useValue: { send: () => undefined } })] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'MAILER is provided by both Inner and Root.\n' +
        '  Remove one of them, mark the one that counts with `override: true`, or all of them with `multi: true`. [Q205]',
    );
  });

  it('names what is no provider', async () => {
    @Module({ providers: [undefined, 'a', { useValue: 1 }] as never })
    class Root {}

    expect((await readRefusal(Root)).split('\n')).toEqual(
      ['undefined', 'a', 'an object without a token'].flatMap((received) => [
        `The providers of Root contain ${received}, which is no provider.`,
        '  Write a class, or provide(token, { useValue, useClass, useToken or useFactory }). [Q206]',
      ]),
    );
  });
});
