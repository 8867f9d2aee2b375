import type { FastifyPluginCallback } from 'fastify';

import {
  Get,
  HttpRequest,
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
import { closeKernels, readRefusal } from '../kernel/start-kernel';

afterEach(closeKernels);

@Injectable({ scope: 'request' })
class Session {}

class Base {
  @Get() get() {
    return 1;
  }
}

const emptyPlugin: FastifyPluginCallback<object> = (_server, _options, done) => {
  done();
};

describe('a circle', () => {
  it('is shown in full, with the parameters on the way and the path from the view', async () => {
    const SECOND = token<object>('Second');
    @Injectable()
    class First {
      constructor(
        readonly session: HttpRequest,
        @Inject(SECOND) readonly second: object,
      ) {}
    }
    @Route('/a')
    class AView extends Base {
      constructor(readonly first: First) {
        super();
      }
    }
    @Module({
      routes: [AView],
      providers: [provide(SECOND, { inject: [First], scope: 'request', useFactory: () => ({}) }), First],
    })
    class Root {}

    expect((await readRefusal(Root)).split('\n').slice(0, 2)).toEqual([
      'Classes need each other in a circle: Second (1st of inject) → First, parameter "second" (2nd) → Second. It is reached by AView → First → Second.',
      '  Move what two of them share into a class of its own, and inject that one. [Q203]',
    ]);
  });

  it('may be a class that needs itself', async () => {
    const SELF = token<object>('Self');
    @Module({ providers: [provide(SELF, { useToken: SELF })] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'Classes need each other in a circle: Self (useToken) → Self. It is reached by Self.\n' +
        '  Move what two of them share into a class of its own, and inject that one. [Q203]',
    );
  });
});

describe('what lives as long as the kernel', () => {
  it('is refused an object of one request, through whatever is built anew between them', async () => {
    @Injectable({ scope: 'transient' })
    class Between {
      constructor(readonly request: HttpRequest) {}
    }
    @Injectable()
    class Keeper {
      constructor(
        readonly between: Between,
        @Inject(Session, { optional: true }) readonly session?: Session,
      ) {}
    }
    @Route('/a')
    class AView extends Base {
      constructor(readonly keeper: Keeper) {
        super();
      }
    }
    @Module({ routes: [AView] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      [
        'The singleton Keeper would keep HttpRequest, which belongs to one request: AView → Keeper → Between, parameter "request" (1st).',
        "  Give Keeper the scope 'request', or pass the object to its methods. [Q204]",
        'The singleton Keeper would keep Session, which belongs to one request: AView → Keeper, parameter "session" (2nd).',
        "  Give Keeper the scope 'request', or pass the object to its methods. [Q204]",
      ].join('\n'),
    );
  });

  it('may be a middleware, which is told its ways', async () => {
    @Middleware()
    class KeepingRequest {
      constructor(readonly request: HttpRequest) {}
      processRequest() {}
    }
    @Middleware()
    class KeepingSession {
      constructor(readonly session: Session) {}
      processRequest() {}
    }
    @Module({ middleware: [KeepingRequest, KeepingSession] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      [
        'The middleware KeepingRequest is built once and would keep HttpRequest, which belongs to one request: KeepingRequest, parameter "request" (1st).',
        "  Write @Middleware({ scope: 'request' }) on KeepingRequest, or use the request that each hook is given. [Q204]",
        'The middleware KeepingSession is built once and would keep Session, which belongs to one request: KeepingSession, parameter "session" (1st).',
        "  Write @Middleware({ scope: 'request' }) on KeepingSession, or ask for it in a hook: request.scope.get(Session). [Q204]",
      ].join('\n'),
    );
  });

  it('may be the options of a plugin', async () => {
    @Module({ plugins: [plugin(emptyPlugin, { inject: [Session], useFactory: () => ({}) })] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'The options of plugin(emptyPlugin) are made once, but Session belongs to one request: plugin(emptyPlugin) (1st of inject).\n' +
        '  Inject only what lives as long as the kernel into the options of a plugin. [Q204]',
    );
  });
});

describe('what nothing provides', () => {
  const missing = async (...parameters: [type: unknown, providers?: readonly unknown[]]) => {
    const [type, providers = []] = parameters;
    class AView extends Base {
      constructor(readonly needed: unknown) {
        super();
      }
    }
    Inject(type as never)(AView as never, undefined, 0);
    @Module({ routes: [path('/a', AView)], providers: providers as never })
    class Root {}
    const [problem, fix] = (await readRefusal(Root)).split('\n');
    expect(problem).toMatch(/^Nothing provides \w+, which is needed by AView, parameter "needed" \(1st\)\.$/);
    return fix;
  };

  it('may be an abstract class, for which a class of the application may be meant', async () => {
    abstract class Clock {
      abstract now(): number;
    }
    @Injectable()
    class SystemClock extends Clock {
      now() {
        return 1;
      }
    }

    expect(await missing(Clock)).toBe(
      '  Decorate the class with @Injectable(); if it is abstract, add provide(Clock, { useClass }) to the providers of a module. [Q201]',
    );
    expect(await missing(Clock, [SystemClock])).toBe(
      '  If Clock is abstract, add provide(Clock, { useClass: SystemClock }) to the providers of a module; else decorate it with @Injectable(). [Q201]',
    );
  });

  it('may be a class of the platform', async () => {
    expect(await missing(URL)).toBe(
      "  Inject it by a token of your own: const TOKEN = token<URL>('TOKEN'), @Inject(TOKEN), and provide(TOKEN, …). [Q201]",
    );
  });

  it('may have the name of another token, or nearly', async () => {
    const provided = provide(token<string>('MAILER'), { useValue: 'provided' });

    expect(await missing(token<string>('MAILER'), [provided])).toBe(
      '  Import the MAILER that is provided: it has the same name, but it is another one. [Q201]',
    );
    expect(await missing(token<string>('MAILERS'), [provided])).toBe(
      '  Did you mean "MAILER"? Either add provide(MAILERS, …) to the providers of a module, or middleware with `provides: [MAILERS]` to the chain of the routes. [Q201]',
    );
  });
});

describe('an asynchronous factory', () => {
  it('is refused in the scope of a request, and for one injection', async () => {
    const TX = token<number>('TX');
    const each = (scope: 'request' | 'transient') => {
      @Module({ providers: [provide(TX, { scope, useFactory: async () => Promise.resolve(1) })] })
      class Root {}
      return Root;
    };
    const fault = (scope: string) =>
      `The factory of TX in Root is asynchronous, but in the scope '${scope}' everything is built at once.\n` +
      '  Leave out the scope, so that it runs once at the start; or let middleware set the value: @Middleware({ provides: [TX] }) and request.scope.set(TX, await …). [Q211]';

    expect(await readRefusal(each('request'))).toBe(fault('request'));
    expect(await readRefusal(each('transient'))).toBe(fault('transient'));
  });
});
