import { delay, inject } from 'tsyringe';

import {
  Get,
  HttpRequest,
  include,
  Inject,
  Injectable,
  Logger,
  Middleware,
  MiddlewareNotUsed,
  Module,
  path,
  Post,
  provide,
  Route,
  UseMiddleware,
  View,
} from '../../src/index';
import { ask, closeKernels, readRefusal, startKernel } from '../kernel/start-kernel';
import { Authentication, OpenView, USER } from './authentication';

afterEach(closeKernels);

const optional = 'inject it with @Inject(USER, { optional: true })';

@Injectable({ scope: 'request' })
class Session {
  constructor(@Inject(USER) readonly user: string) {}
}

@Injectable({ scope: 'transient' })
class Cart {
  constructor(@Inject(Session, { optional: true }) readonly session: Session | undefined) {}
}

@Route('/cart')
class CartView {
  constructor(private readonly cart: Cart) {}
  @Get() get() {
    return { user: this.cart.session?.user };
  }
  @Post() post() {
    return this.get();
  }
  @Get('/a') a() {
    return this.get();
  }
  @Get('/b') b() {
    return this.get();
  }
}

describe('a value of the request', () => {
  it('must be provided by the chain of each route that reaches it', async () => {
    @Module({ routes: [CartView, OpenView] })
    class Shop {}
    @Module({ routes: [CartView], middleware: [Authentication] })
    class Guarded {}
    @Module({ routes: [include('/shop', Shop), include('/guarded', Guarded)] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'No middleware of GET /shop/cart, POST /shop/cart, GET /shop/cart/a and 1 more provides USER, which is needed by CartView → Cart → Session, parameter "user" (1st).\n' +
        `  Add Authentication, which provides it, to the middleware of Shop or, with @UseMiddleware, to CartView; or ${optional}. [Q209]`,
    );
  });

  it('may be provided by the root, a module on the way, the view or the method', async () => {
    @UseMiddleware(Authentication)
    class ClassView extends CartView {}
    class MethodView {
      constructor(@Inject(USER) readonly user: string) {}
      @UseMiddleware(Authentication)
      @Get()
      get() {
        return { user: this.user };
      }
    }
    @Module({ routes: [CartView], middleware: [Authentication] })
    class Inner {}
    @Module({ routes: [include('/inner', Inner), path('/class', ClassView), path('/method', MethodView)] })
    class Root {}
    @Module({ routes: [CartView], middleware: [Authentication] })
    class Top {}
    const kernel = await startKernel(Root);

    for (const url of ['/inner/cart', '/class', '/method']) {
      expect((await ask(kernel, url)).body).toEqual({ user: 'Ada' });
    }
    expect((await ask(await startKernel(Top), '/cart')).body).toEqual({ user: 'Ada' });
  });

  it('is needed by a class-based view also where its URL lacks the method', async () => {
    class MethodView extends View {
      constructor(@Inject(USER) readonly user: string) {
        super();
      }
      @UseMiddleware(Authentication)
      get() {
        return this.user;
      }
    }
    @Module({ routes: [path('/a', MethodView)] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'No middleware of OPTIONS and 405 of /a provides USER, which is needed by MethodView, parameter "user" (1st).\n' +
        `  Add Authentication, which provides it, to the middleware of Root or, with @UseMiddleware, to MethodView; or ${optional}. [Q209]`,
    );
  });

  it('must be provided before the view is built', async () => {
    @Middleware({ provides: [USER] })
    class Last {
      processException() {}
    }
    @Module({ routes: [CartView], middleware: [Last] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'In GET /cart, POST /cart, GET /cart/a and 1 more, CartView is built before Last can set USER, which is needed by CartView → Cart → Session, parameter "user" (1st).\n' +
        `  Have Last set USER in processRequest or processView, or ${optional}. [Q210]`,
    );
  });

  it('is not provided by a middleware that is not used', async () => {
    @Middleware({ provides: [USER] })
    class Unused extends Authentication {
      constructor() {
        super();
        throw new MiddlewareNotUsed('There is no key.');
      }
    }
    @Module({ routes: [CartView, OpenView], middleware: [Unused] })
    class Root {}
    @Module({ routes: [CartView, OpenView], middleware: [Unused, Authentication] })
    class Both {}

    expect(await readRefusal(Root)).toBe(
      'In GET /cart, POST /cart, GET /cart/a and 1 more, CartView → Cart → Session, parameter "user" (1st) needs USER of Unused, which is not used: There is no key.\n' +
        '  Inject it with @Inject(USER, { optional: true }), or do not throw MiddlewareNotUsed. [Q208]',
    );
    expect((await ask(await startKernel(Both), '/cart')).body).toEqual({ user: 'Ada' });
  });

  it('must not have a provider besides, nor be of the framework', async () => {
    @Middleware({ provides: [Logger] })
    class Logging {
      processRequest() {}
    }
    @Module({
      routes: [OpenView],
      middleware: [Authentication, Logging],
      providers: [provide(USER, { useValue: 'Bob' })],
    })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'USER is provided by both the middleware Authentication and Root.\n' +
        '  Remove one of them: provide(USER, …), or USER from `provides`. [Q205]\n' +
        'Logger is provided by both the middleware Logging and the framework.\n' +
        '  Remove one of them: provide(Logger, …), or Logger from `provides`. [Q205]',
    );
  });

  describe('with delay()', () => {
    @Injectable({ scope: 'request' })
    class LateCart {
      constructor(@inject(delay(() => Session)) readonly session: Session) {}
    }
    @Route('/late')
    class LateView {
      constructor(readonly cart: LateCart) {}
      @Get() get() {
        return [this.cart.session.user];
      }
    }
    @Middleware({ provides: [USER] })
    class LateAuthentication {
      processException(request: HttpRequest) {
        request.scope.set(USER, 'Ada');
        return undefined;
      }
    }

    it('names what is needed when it is first used', async () => {
      @Module({ routes: [LateView] })
      class Views {}
      @UseMiddleware(Authentication)
      @Route('/c')
      class Guarded extends LateView {}
      @Module({ routes: [Guarded, include('/a', Views)] })
      class Whole {}

      expect(await readRefusal(Whole)).toBe(
        'No middleware of GET /a/late provides USER, which is needed by LateView → LateCart → delayed Session → Session, parameter "user" (1st).\n' +
          `  Add Authentication, which provides it, to the middleware of Views or, with @UseMiddleware, to LateView; or ${optional}. [Q209]`,
      );
    });

    it('leaves open when the value is set: it may be used after all is built', async () => {
      @Module({ routes: [LateView], middleware: [LateAuthentication] })
      class Root {}

      await expect(startKernel(Root)).resolves.toBeDefined();
    });
  });
});
