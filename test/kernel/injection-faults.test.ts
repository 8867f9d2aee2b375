import type { FastifyPluginCallback } from 'fastify';

import {
  Get,
  HttpRequest,
  include,
  Inject,
  Injectable,
  Middleware,
  Module,
  path,
  plugin,
  provide,
  Route,
  token,
} from '../../src/index';
import { readRefusal } from './start-kernel';

interface Mailer {
  send(): void;
}

class Undecorated {}

const emptyPlugin: FastifyPluginCallback<object> = (_server, _options, done) => {
  done();
};
const MAILER = token<Mailer>('MAILER');
const unknownFix =
  '  Inject an interface or a plain value by a token, @Inject(TOKEN); import a class as a value, not with `import type`; compile with emitDecoratorMetadata; and end circular imports between files. [UNKNOWN_PARAMETER]';

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
      'Nothing provides MAILER, which is needed here: AView → Notes (parameter 1).\n' +
        '  Either add provide(MAILER, …) to the providers of a module, or middleware with `provides: [MAILER]` to the chain of the routes. [MISSING_PROVIDER]\n' +
        'Nothing provides Undecorated, which is needed here: AView (parameter 2).\n' +
        '  Decorate the class with @Injectable(), or add provide(Undecorated, …) to the providers of a module. [MISSING_PROVIDER]',
    );
  });

  it('names what a factory, an alias and a plugin miss', async () => {
    @Module({
      providers: [provide('a' as never, { useToken: MAILER })],
      plugins: [plugin(emptyPlugin, { inject: [Undecorated], useFactory: () => ({}) })],
    })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'Nothing provides MAILER, which is needed here: a (parameter 1).\n' +
        '  Either add provide(MAILER, …) to the providers of a module, or middleware with `provides: [MAILER]` to the chain of the routes. [MISSING_PROVIDER]\n' +
        'Nothing provides Undecorated, which is needed here: providers.\n' +
        '  Decorate the class with @Injectable(), or add provide(Undecorated, …) to the providers of a module. [MISSING_PROVIDER]',
    );
  });

  it('shows a circle of classes in full', async () => {
    const SECOND = token<object>('Second');
    @Injectable()
    class First {
      constructor(@Inject(SECOND) readonly second: object) {}
    }
    @Module({ providers: [provide(SECOND, { inject: [First], useFactory: () => ({}) }), First] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'Classes need each other in a circle: Second → First → Second.\n' +
        '  Move what two of them share into a class of its own, and inject that one. [DEPENDENCY_CYCLE]',
    );
  });

  it('names a singleton that would keep an object of one request', async () => {
    @Injectable({ scope: 'transient' })
    class Between {
      constructor(readonly request: HttpRequest) {}
    }
    @Injectable()
    class Keeper {
      constructor(readonly between: Between) {}
    }
    @Middleware()
    class Keeping {
      constructor(readonly request: HttpRequest) {}
      processRequest() {}
    }
    @Module({ providers: [Keeper], middleware: [Keeping] })
    class Root {}
    const fix =
      "  Give the singleton the scope 'request', or pass the object to its methods. [CAPTURED_REQUEST_OBJECT]";

    expect(await readRefusal(Root)).toBe(
      [
        'A singleton would keep an object of one request: Keeper → Between.',
        fix,
        'A singleton would keep an object of one request: Keeping → HttpRequest.',
        fix,
      ].join('\n'),
    );
  });

  it('names a parameter whose type is an interface, or text', async () => {
    @Injectable()
    class Notes {
      constructor(
        readonly mailer: Mailer,
        readonly name: string,
      ) {}
    }
    @Module({ providers: [Notes] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      `The type of a parameter is not known at run time: Notes (parameter 1).\n${unknownFix}\n` +
        `The type of a parameter is not known at run time: Notes (parameter 2).\n${unknownFix}`,
    );
  });

  it('names the parameters of a class for which the compiler emitted none', async () => {
    class AView {
      constructor(readonly notes: Undecorated) {}
      @Get() get() {
        return this.notes;
      }
    }
    @Module({ routes: [path('/a', AView)] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      `The type of a parameter is not known at run time: AView (parameter 1).\n${unknownFix}`,
    );
  });

  it('names both modules that provide one token', async () => {
    @Module({ providers: [provide(MAILER, { useValue: { send: () => undefined } })] })
    class Inner {}
    @Module({ routes: [include('/a', Inner)], providers: [provide(MAILER, { useValue: { send: () => undefined } })] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'MAILER is provided by both Inner and Root.\n' +
        '  Remove one of them, or mark the one that counts with `override: true`. [DUPLICATE_PROVIDER]',
    );
  });

  it('names what is no provider', async () => {
    @Module({ providers: [undefined, 'a', { useValue: 1 }, { provide: MAILER }] as never })
    class Root {}

    expect((await readRefusal(Root)).split('\n')).toEqual(
      ['undefined', 'a', '[object Object]', '[object Object]'].flatMap((received) => [
        `The providers of Root contain ${received}, which is no provider.`,
        '  Write a class, or provide(token, { useValue, useClass, useToken or useFactory }). [NOT_A_PROVIDER]',
      ]),
    );
  });
});
