import { Attribute, Middleware, path, RedirectView, use, View } from '../../src/index';

class AboutView extends View {
  @Attribute() title = 'About';
  constructor(private readonly secret: string) {
    super();
  }

  get() {
    return this.title + this.secret;
  }
}

class PlainView {
  @Attribute() size = 1;
}

@Middleware()
class RateLimit implements Middleware {
  @Attribute() max = 10;

  processRequest() {}
}

describe('the types of init', () => {
  it('refuses @Attribute on a field that is not public', () => {
    class Hidden extends View {
      // @ts-expect-error init could not set it
      @Attribute() private readonly title = '';
      // @ts-expect-error init could not set it
      @Attribute() protected size = 1;

      get() {
        return this.title + String(this.size);
      }
    }

    expect(Hidden).toBeDefined();
  });

  it('refuses an unknown name, a wrong type and a method in path', () => {
    // @ts-expect-error the name is misspelt
    path('/', AboutView, { init: { titel: 'a' } });
    // @ts-expect-error a title is a text
    path('/', AboutView, { init: { title: 3 } });
    // @ts-expect-error get is a method
    path('/', AboutView, { init: { get: 3 } });
    // @ts-expect-error secret is private
    path('/', AboutView, { init: { secret: 'a' } });
    // @ts-expect-error a size is a number
    path('/', PlainView, { init: { size: 'a' } });

    expect(path('/', AboutView, { init: { title: 'a' } }).init).toEqual({ title: 'a' });
  });

  it('refuses an unknown name, a wrong type and the name of an HTTP method in asView', () => {
    const refused = [
      // @ts-expect-error the name is misspelt
      () => AboutView.asView({ titel: 'a' }),
      // @ts-expect-error a title is a text
      () => AboutView.asView({ title: 3 }),
      // @ts-expect-error the name of an HTTP method
      () => AboutView.asView({ get: 3 }),
      // @ts-expect-error the name of an HTTP method, also where the view has no such method
      () => AboutView.asView({ post: 3 }),
      // @ts-expect-error the request is not an attribute
      () => AboutView.asView({ request: undefined }),
      // @ts-expect-error there is no such method
      () => AboutView.asView({ httpMethodNames: ['fetch'] }),
    ];

    expect(refused).toHaveLength(6);
    expect(AboutView.asView({ title: 'a', httpMethodNames: ['get'] }).viewInit.title).toBe('a');
  });

  it('refuses an unknown name, a wrong type and a hook in use', () => {
    // @ts-expect-error the name is misspelt
    use(RateLimit, { maximum: 3 });
    // @ts-expect-error max is a number
    use(RateLimit, { max: '3' });
    // @ts-expect-error a hook is no attribute
    use(RateLimit, { processRequest: undefined });

    expect(use(RateLimit, { max: 3 })).toEqual({ middleware: RateLimit, init: { max: 3 } });
  });

  it('types the init of a view that the framework has', () => {
    // @ts-expect-error permanent is a boolean
    path('/', RedirectView, { init: { permanent: 'yes' } });

    expect(path('/', RedirectView.asView({ url: '/new' }), { name: 'old' }).name).toBe('old');
  });
});
