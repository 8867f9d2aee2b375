import {
  Get,
  type HttpRequest,
  type HttpResponse,
  Inject,
  Injectable,
  Middleware,
  Module,
  path,
  Req,
  Route,
  token,
  UseMiddleware,
  View,
} from '../../src/index';
import { ask, closeKernels, startKernel } from '../kernel/start-kernel';

afterEach(closeKernels);

const USER = token<string>('USER');

// What is done with the scope, and how it ended.
function attempt(work: () => unknown): unknown {
  try {
    return work() ?? 'done';
  } catch (error) {
    return (error as Error).message;
  }
}

@Middleware({ provides: [USER] })
class Authentication {
  processView({ url, scope }: HttpRequest) {
    if (!url.includes('anonymous')) scope.set(USER, 'Ada');
  }
}

@Injectable({ scope: 'request' })
class Greeting {
  constructor(@Inject(USER, { optional: true }) readonly user?: string) {}
}

@Route('/greeting')
@UseMiddleware(Authentication)
class GreetingView {
  constructor(private readonly greeting: Greeting) {}

  @Get() get() {
    return { user: String(this.greeting.user) };
  }

  @Get('/late') late(@Req() { scope }: HttpRequest) {
    return attempt(() => {
      scope.set(USER, 'Eve');
    });
  }
}

@Route('/plain')
class PlainView {
  @Get() get(@Req() { scope }: HttpRequest) {
    return {
      set: attempt(() => {
        scope.set(USER, 'Eve');
      }),
      get: attempt(() => scope.get(USER)),
      greeting: String(scope.get(Greeting).user),
    };
  }
}

@Module({ routes: [GreetingView, PlainView] })
class Root {}

describe('a value of the request', () => {
  it('is undefined where it is optional and nothing has set it', async () => {
    const kernel = await startKernel(Root);

    expect((await ask(kernel, '/greeting')).body).toEqual({ user: 'Ada' });
    expect((await ask(kernel, '/greeting?anonymous')).body).toEqual({ user: 'undefined' });
  });

  it('is not set any more once something was built without it', async () => {
    const kernel = await startKernel(Root);

    expect((await kernel.server.inject('/greeting/late?anonymous')).body).toBe(
      'USER was set in GET /greeting/late after something was built without it. Set it in an earlier hook.',
    );
    expect((await kernel.server.inject('/greeting/late')).body).toBe(
      'USER was set twice in GET /greeting/late. Set it once.',
    );
  });

  it('is neither set nor there where no middleware of the chain provides it', async () => {
    const kernel = await startKernel(Root);

    expect((await ask(kernel, '/plain')).body).toEqual({
      set: 'No middleware of GET /plain declares that it provides USER. Write @Middleware({ provides: [USER] }) on the one that sets it.',
      get: 'USER is not there in GET /plain: no middleware of its chain provides it. Add one with `provides: [USER]`.',
      greeting: 'undefined',
    });
  });

  it('is refused to middleware of the root for requests without a route, too', async () => {
    const seen: unknown[] = [];
    @Middleware()
    class Setting {
      processResponse({ scope }: HttpRequest, response: HttpResponse) {
        seen.push(
          attempt(() => {
            scope.set(USER, 'Eve');
          }),
        );
        return response;
      }
    }
    @Module({ routes: [GreetingView], middleware: [Setting] })
    class SettingRoot {}
    const kernel = await startKernel(SettingRoot);

    expect((await ask(kernel, '/nowhere')).status).toBe(404);
    expect(seen).toEqual([
      'No middleware of a request without a route declares that it provides USER. Write @Middleware({ provides: [USER] }) on the one that sets it.',
    ]);
  });

  it('fails a view that is reached by another one and needs it, with a 500 that tells only the log', async () => {
    const lines: string[] = [];
    class InnerView extends View {
      constructor(@Inject(USER) readonly user: string) {
        super();
      }
      get() {
        return this.user;
      }
    }
    const inner = InnerView.asView();
    class OuterView extends View {
      get() {
        return inner(this.request);
      }
    }
    @Module({ routes: [path('/outer', OuterView), GreetingView] })
    class OuterRoot {}
    const kernel = await startKernel(OuterRoot, { logger: { stream: { write: (line: string) => lines.push(line) } } });

    const answer = await ask(kernel, '/outer');

    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toContain('USER');
    expect(lines.join('')).toContain('USER is not there in GET /outer: no middleware of its chain provides it.');
  });
});
