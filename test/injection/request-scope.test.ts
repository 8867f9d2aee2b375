import {
  Get,
  type HttpRequest,
  Inject,
  Injectable,
  Middleware,
  Module,
  Req,
  RequestScope,
  Route,
  token,
} from '../../src/index';
import { ask, closeKernels, startKernel } from '../kernel/start-kernel';

afterEach(closeKernels);

interface User {
  readonly name: string;
}

const USER = token<User>('USER');
const OTHER = token<User>('OTHER');
const order: string[] = [];

beforeEach(() => {
  order.length = 0;
});

@Middleware({ provides: [USER] })
class Authentication {
  processRequest(request: HttpRequest) {
    order.push(`has ${String(request.scope.has(USER))}`);
    if (request.url.includes('anonymous')) return;
    request.scope.set(USER, { name: 'Ada' });
    order.push(`has ${String(request.scope.has(USER))}`);
  }
}

@Injectable({ scope: 'request' })
class Session {
  constructor(@Inject(USER) readonly user: User) {
    order.push('build Session');
  }
  [Symbol.asyncDispose]() {
    order.push('dispose Session');
    return Promise.resolve();
  }
}

@Injectable({ scope: 'request' })
class Cart {
  constructor(readonly session: Session) {
    order.push('build Cart');
  }
  dispose() {
    order.push('dispose Cart');
  }
}

@Route('/cart')
class CartView {
  constructor(
    private readonly cart: Cart,
    private readonly session: Session,
    private readonly scope: RequestScope,
  ) {}

  @Get() get(@Req() request: HttpRequest) {
    return {
      name: this.session.user.name,
      isShared: this.cart.session === this.session && this.scope.get(Session) === this.session,
      isScope: this.scope === request.scope,
      user: this.scope.get(USER).name,
    };
  }

  @Get('/faults') faults(@Req() { scope }: HttpRequest) {
    const attempt = (work: () => unknown) => {
      try {
        work();
        return 'nothing was thrown';
      } catch (error) {
        return (error as Error).message;
      }
    };
    return [
      attempt(() => scope.get(OTHER)),
      attempt(() => {
        scope.set(OTHER, { name: 'x' });
      }),
      attempt(() => {
        scope.set(USER, { name: 'x' });
      }),
    ];
  }
}

@Module({ routes: [CartView], middleware: [Authentication] })
class Root {}

describe('the scope of a request', () => {
  it('shares its objects within the request and disposes them once, in reverse order', async () => {
    const kernel = await startKernel(Root);

    expect((await ask(kernel, '/cart')).body).toEqual({ name: 'Ada', isShared: true, isScope: true, user: 'Ada' });

    expect(order).toEqual(['has false', 'has true', 'build Session', 'build Cart', 'dispose Cart', 'dispose Session']);
  });

  it('builds new objects for each request', async () => {
    const kernel = await startKernel(Root);

    await ask(kernel, '/cart');
    await ask(kernel, '/cart');

    expect(order.filter((each) => each === 'build Session')).toHaveLength(2);
    expect(order.filter((each) => each === 'dispose Session')).toHaveLength(2);
  });

  it('tells what is wrong with get and set', async () => {
    const kernel = await startKernel(Root);

    expect((await ask(kernel, '/cart/faults')).body).toEqual([
      'Nothing provides OTHER. Let middleware with `provides: [OTHER]` set it, or add provide(OTHER, …) to the providers of a module.',
      'No middleware of GET /cart/faults declares that it provides OTHER. Write @Middleware({ provides: [OTHER] }) on the one that sets it.',
      'USER was set twice in GET /cart/faults. Set it once.',
    ]);
  });

  it('answers 500 where a token that is needed was not set, and the log says so', async () => {
    const lines: string[] = [];
    const kernel = await startKernel(Root, { logger: { stream: { write: (line: string) => lines.push(line) } } });

    expect((await ask(kernel, '/cart?anonymous')).status).toBe(500);
    expect(lines.join('')).toContain(
      'USER was not set in GET /cart: Authentication, which provides it, must call request.scope.set before it is needed.',
    );
  });

  it('is the only way to an object of a request', async () => {
    const kernel = await startKernel(Root);

    expect(() => kernel.container.resolve(Session)).toThrow(
      'Session belongs to a request. Ask for it with request.scope.get.',
    );
  });

  it('logs a disposal that fails, and goes on', async () => {
    const lines: string[] = [];
    @Injectable({ scope: 'request' })
    class First {
      dispose() {
        order.push('dispose First');
      }
    }
    @Injectable({ scope: 'request' })
    class Failing {
      constructor(readonly first: First) {}
      dispose() {
        throw new Error('I stay.');
      }
    }
    @Route('/a')
    class AView {
      constructor(readonly failing: Failing) {}
      @Get() get() {
        return [];
      }
    }
    @Module({ routes: [AView] })
    class FailingModule {}
    const logger = { stream: { write: (line: string) => lines.push(line) } };
    const kernel = await startKernel(FailingModule, { logger });

    await ask(kernel, '/a');

    expect(order).toEqual(['dispose First']);
    expect(lines.join('')).toContain('Failing could not be disposed.');
  });
});
