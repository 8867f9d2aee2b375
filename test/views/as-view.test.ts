import {
  Attribute,
  ConfigurationError,
  Inject,
  Injectable,
  Module,
  path,
  Query,
  type RouteMatch,
  type HttpRequest,
  View,
} from '../../src/index';
import { ask, closeKernels, startKernel } from '../kernel/start-kernel';
import { fakeRequest } from '../http/fake-request';
import { readThrown } from '../http/read-thrown';

afterEach(closeKernels);

class AboutView extends View {
  @Attribute() title = 'About';
  plain = 1;

  get() {
    return { title: this.title, path: this.request.path, params: this.params };
  }

  post(): unknown {
    return [];
  }
}

describe('View.asView', () => {
  it('carries the view and its init, and puts both at a pattern, where path adds to the init', async () => {
    const about = AboutView.asView({ title: 'Us' });
    @Module({ routes: [path('/us', about), path('/them', about, { init: { title: 'Them' } }), path('/', AboutView)] })
    class Root {}

    const kernel = await startKernel(Root);

    expect([about.viewClass, about.viewInit]).toEqual([AboutView, { title: 'Us' }]);
    expect((await ask(kernel, '/us')).body).toMatchObject({ title: 'Us' });
    expect((await ask(kernel, '/them')).body).toMatchObject({ title: 'Them' });
    expect((await ask(kernel, '/')).body).toMatchObject({ title: 'About' });
  });

  it('refuses a name that is no attribute, and one of an HTTP method, at the call', () => {
    const error = readThrown(() => AboutView.asView({ plain: 3, get: 1 } as never));

    expect(error).toBeInstanceOf(ConfigurationError);
    expect((error as Error).message).toBe(
      'AboutView.asView(…) sets plain: AboutView has no attribute plain.\n' +
        '  Decorate the field with @Attribute(), or correct the name. [Q603]\n' +
        'AboutView.asView(…) sets get: get is the name of an HTTP method, and init must not replace a method.\n' +
        '  Rename the attribute. [Q603]',
    );
  });

  it('answers a request that another view hands on, with its own init and the parameters of the path', async () => {
    const about = AboutView.asView({ title: 'Handed on' });
    class FrontView extends View {
      async get() {
        const response = await about(this.request);
        response.headers.set('x-front', 'yes');
        return response;
      }
    }
    @Module({ routes: [path('/front/<int:id>', FrontView)] })
    class Root {}
    const kernel = await startKernel(Root);

    const answer = await ask(kernel, '/front/7');

    expect(answer).toMatchObject({
      status: 200,
      body: { title: 'Handed on', path: '/front/7', params: { id: 7 } },
      headers: { 'x-front': 'yes' },
    });
  });

  it('binds the parameters of the method that answers, and writes its call only once', async () => {
    class PageView extends View {
      get(@Query('page', Number) page: number) {
        return { page };
      }
    }
    const pages = PageView.asView();
    class FrontView extends View {
      get() {
        return pages(this.request);
      }
    }
    @Module({ routes: [path('/front', FrontView)] })
    class Root {}
    const kernel = await startKernel(Root);

    expect((await ask(kernel, '/front?page=2')).body).toEqual({ page: 2 });
    const written = jest.spyOn(globalThis, 'Function');
    expect((await ask(kernel, '/front?page=3')).body).toEqual({ page: 3 });
    expect((await ask(kernel, '/front?page=x')).status).toBe(422);
    expect(written).not.toHaveBeenCalled();
    written.mockRestore();
  });

  it('cannot be called with a request of no kernel', async () => {
    await expect(AboutView.asView()(fakeRequest())).rejects.toThrow(
      'What View.asView returns can be called only with a request of a running kernel.',
    );
  });
});

describe('httpMethodNames', () => {
  it('narrows what a view answers, set by init', async () => {
    @Module({ routes: [path('/a', AboutView, { init: { httpMethodNames: ['get'] } })] })
    class Root {}
    const kernel = await startKernel(Root);

    expect((await ask(kernel, '/a')).status).toBe(200);
    expect(await ask(kernel, '/a', 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });
});

describe('setup', () => {
  it('runs before dispatch', async () => {
    class Prepared extends View {
      private prepared = '';
      override async setup(request: HttpRequest, match: RouteMatch) {
        await super.setup(request, match);
        this.prepared = `prepared for ${match.pattern}`;
      }
      get() {
        return { prepared: this.prepared };
      }
    }
    @Module({ routes: [path('/a', Prepared)] })
    class Root {}

    expect((await ask(await startKernel(Root), '/a')).body).toEqual({ prepared: 'prepared for /a' });
  });

  it('that forgets its parent is a 500 whose log says so', async () => {
    const lines: string[] = [];
    class Forgetful extends View {
      override setup() {}
      get() {
        return 1;
      }
    }
    @Module({ routes: [path('/a', Forgetful)] })
    class Root {}
    const kernel = await startKernel(Root, { logger: { stream: { write: (line: string) => lines.push(line) } } });

    expect((await ask(kernel, '/a')).status).toBe(500);
    expect(lines.map((line) => (JSON.parse(line) as { err?: { message: string } }).err?.message)).toContain(
      'Forgetful.setup did not call its parent. Add: super.setup(request, match);',
    );
  });
});

describe('a view that is only handed requests', () => {
  it('is built with what a module provides', async () => {
    @Injectable()
    class Alone {
      readonly name = 'alone';
    }
    class InnerView extends View {
      private readonly alone: Alone;
      constructor(@Inject(Alone) alone: Alone) {
        super();
        this.alone = alone;
      }
      get() {
        return { name: this.alone.name };
      }
    }
    const inner = InnerView.asView();
    class OuterView extends View {
      get() {
        return inner(this.request);
      }
    }
    @Module({ routes: [path('/a', OuterView)], providers: [Alone] })
    class Root {}

    expect((await ask(await startKernel(Root), '/a')).body).toEqual({ name: 'alone' });
  });

  it('is refused, each time it is asked, where it needs what nothing provided at the start', async () => {
    const lines: string[] = [];
    @Injectable()
    class Late {}
    class InnerView extends View {
      constructor(@Inject(Late) readonly late: Late) {
        super();
      }
      get() {
        return { late: typeof this.late };
      }
    }
    const inner = InnerView.asView();
    class OuterView extends View {
      get() {
        return inner(this.request);
      }
    }
    @Module({ routes: [path('/a', OuterView)] })
    class Root {}
    const logger = { stream: { write: (line: string) => lines.push(line) } };
    const kernel = await startKernel(Root, { logger });

    expect([(await ask(kernel, '/a')).status, (await ask(kernel, '/a')).status]).toEqual([500, 500]);
    expect(lines.map((line) => (JSON.parse(line) as { err?: { message: string } }).err?.message)).toContain(
      'InnerView needs classes that no module of the kernel needed at its start, so they were not built.\n' +
        '  Add InnerView to the routes of a module, or what it needs to the providers of one. [Q207]',
    );
  });
});
