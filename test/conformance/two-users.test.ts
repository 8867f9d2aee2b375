import {
  Get,
  Header,
  type HttpRequest,
  Inject,
  Injectable,
  Middleware,
  Req,
  RequestContext,
  RequestScope,
  Module,
  Route,
  token,
} from '../../src/index';
import { closeKernels, startKernel } from '../kernel/start-kernel';

afterEach(closeKernels);

const USER = token<{ readonly name: string }>('USER');

// The same delays in every run.
function createRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

const random = createRandom(7);

async function pause(): Promise<void> {
  for (let turns = Math.floor(random() * 6); turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
}

@Middleware({ provides: [USER] })
class Authentication implements Middleware {
  async processView(request: HttpRequest) {
    await pause();
    request.scope.set(USER, { name: String(request.headers['x-user']) });
  }
}

@Injectable({ scope: 'request' })
class Session {
  constructor(@Inject(USER) readonly user: { readonly name: string }) {}
}

@Injectable({ scope: 'request' })
class Cart {
  readonly owner: string;
  constructor(readonly session: Session) {
    this.owner = session.user.name;
  }
  async [Symbol.asyncDispose]() {
    await pause();
  }
}

// One for all users.
@Injectable()
class Audit {
  constructor(readonly context: RequestContext) {}
  readNames(): string[] {
    const { request } = this.context;
    return [String(request.headers['x-user']), request.scope.get(Cart).owner, request.scope.get(USER).name];
  }
}

@Route('/cart')
class CartView {
  static open = 0;
  static mostOpen = 0;
  static readonly owners = new WeakMap<object, string>();

  // eslint-disable-next-line max-params -- one of each kind
  constructor(
    readonly cart: Cart,
    readonly session: Session,
    readonly scope: RequestScope,
    readonly audit: Audit,
    @Inject(USER) readonly user: { readonly name: string },
  ) {}

  @Get() async show(@Header('x-request') id: string, @Req() request: HttpRequest) {
    CartView.mostOpen = Math.max(CartView.mostOpen, ++CartView.open);
    const seen: string[] = [];
    for (let step = 0; step < 3; step++) {
      await pause();
      seen.push(...this.audit.readNames(), this.cart.owner, this.session.user.name, this.user.name);
      seen.push(request.scope === this.scope ? this.user.name : 'another scope');
    }
    // Each object is seen by one request only.
    for (const each of [this, this.cart, this.session, this.scope, this.user]) {
      seen.push((CartView.owners.get(each) ?? id) === id ? this.user.name : 'an object of another request');
      CartView.owners.set(each, id);
    }
    CartView.open--;
    return [...new Set(seen)];
  }
}

@Module({ routes: [CartView], middleware: [Authentication] })
class Root {}

describe('two users at once', () => {
  it('never see an object of each other in 10,000 interleaved requests', async () => {
    const kernel = await startKernel(Root);
    const wrong: string[] = [];
    let count = 0;
    const runClient = async (user: string): Promise<void> => {
      while (count < 10_000) {
        const headers = { 'x-user': user, 'x-request': String(++count) };
        const { payload } = await kernel.server.inject({ url: '/cart', headers });
        if (payload !== JSON.stringify([user])) wrong.push(`${user}: ${payload}`);
      }
    };

    await Promise.all(Array.from({ length: 40 }, (_, index) => runClient(index % 2 === 0 ? 'Ada' : 'Grace')));

    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThanOrEqual(10_000);
    expect(CartView.mostOpen).toBeGreaterThan(10);
  }, 60_000);
});
