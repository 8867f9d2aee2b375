import {
  createMetadata,
  HttpRequest,
  HttpResponse,
  Inject,
  Injectable,
  Middleware,
  provide,
  RequestScope,
  RouteMatch,
  token,
  View,
} from '../../src/index';
import { fake, requestFactory } from '../../src/testing/index';

const USER = token<string>('USER');
const Public = createMetadata('public');

@Injectable()
class Notes {
  find(id: number): string {
    return `note ${id}`;
  }
}

@Public()
class NoteView extends View {
  constructor(@Inject(Notes) private readonly notes: Notes) {
    super();
  }

  get() {
    return this.notes.find(this.params['id'] as number);
  }
}

@Middleware({ provides: [USER] })
class Users implements Middleware {
  processRequest(request: HttpRequest) {
    const user = request.headers['x-user'];
    if (user === undefined) return new HttpResponse('who?', { status: 401 });
    request.scope.set(USER, String(user));
    return undefined;
  }

  processView(_request: HttpRequest, match: RouteMatch) {
    return match.get(Public) ? undefined : new HttpResponse('no', { status: 403 });
  }
}

describe('a made request', () => {
  it('is of Fastify, with its URL, headers, query and cookies', () => {
    const request = requestFactory.get('/notes/1?a=1&a=2', {
      headers: { 'X-Test': 'yes' },
      query: { b: 3, c: undefined },
      cookies: { session: 'a b' },
    });

    expect([request.method, request.url, request.path, request.hostname, request.ip]).toEqual([
      'GET',
      '/notes/1?a=1&a=2&b=3',
      '/notes/1',
      'localhost',
      '127.0.0.1',
    ]);
    expect(request.query).toEqual({ a: ['1', '2'], b: '3' });
    expect(request.headers).toEqual({ host: 'localhost', 'x-test': 'yes', cookie: 'session=a%20b' });
    expect([request.params, request.body, request.match]).toEqual([{}, undefined, undefined]);
    expect(request.routeOptions.url).toBe('/notes/1?a=1&a=2&b=3');
  });

  it('is there for every method, with a body as it was parsed', () => {
    const body = { title: 'A' };
    const request = requestFactory.post('/notes', { body });

    expect(request.body).toBe(body);
    expect(request.headers['content-type']).toBe('application/json');
    expect(
      (['put', 'patch', 'delete', 'head', 'options'] as const).map((method) => requestFactory[method]('/').method),
    ).toEqual(['PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);
  });

  it('is given to a hook, which fills its scope', () => {
    const request = requestFactory.get('/', { headers: { 'x-user': 'Ada' } });

    expect(new Users().processRequest(request)).toBeUndefined();
    expect(request.scope.has(USER)).toBe(true);
    expect(request.scope.get(USER)).toBe('Ada');
    expect(new Users().processRequest(requestFactory.get('/'))?.status).toBe(401);
  });

  it('has a match, for hooks and class-based views', () => {
    const request = requestFactory.get('/notes/7', { params: { id: 7 }, match: { view: NoteView, action: 'get' } });
    const match = request.match as RouteMatch;
    const view = new NoteView(fake(Notes, { find: (id) => `fake ${id}` }));

    void view.setup(request, match);

    expect(view.get()).toBe('fake 7');
    expect(request.params).toEqual({ id: 7 });
    expect(new Users().processView(request, match)).toBeUndefined();
    expect([match.view, match.action, match.pattern, match.name]).toEqual([NoteView, 'get', '/notes/7', undefined]);
  });

  it('has what it is made with in its scope', () => {
    const notes = fake(Notes, { find: () => 'fake' });
    const { scope } = requestFactory.get('/', { with: [notes, provide(USER, { useValue: 'Ada' })] });

    expect([scope.get(Notes), scope.get(USER), scope.has(USER)]).toEqual([notes, 'Ada', true]);
  });

  it('has itself, its scope and its match in its scope', () => {
    const request = requestFactory.get('/', { match: { view: NoteView } });

    expect(request.scope.get(HttpRequest)).toBe(request);
    expect(request.scope.get(RequestScope)).toBe(request.scope);
    expect(request.scope.get(RouteMatch)).toBe(request.match);
  });

  it('says what its scope lacks, and what was set twice', () => {
    const { scope } = requestFactory.get('/', { with: [provide(USER, { useValue: 'Ada' })] });

    expect(() => scope.get(Notes)).toThrow(
      new Error('The request has no Notes. Make it with requestFactory.get(url, { with: [provide(Notes, …)] }).'),
    );
    expect(() => {
      scope.set(USER, 'Eve');
    }).toThrow(new Error('USER was set before in this request. Set it once.'));
    expect(() => requestFactory.get('/', { with: [provide(Notes, { useClass: Notes })] }).scope).toThrow(
      new Error('A request is made of values. Write provide(Notes, { useValue: … }), or a fake.'),
    );
  });

  it('has a signal that aborts when the client leaves, or the one of the test', () => {
    const controller = new AbortController();
    const own = requestFactory.get('/', { signal: controller.signal });
    const left = requestFactory.get('/');

    expect([own.signal.aborted, left.signal.aborted]).toEqual([false, false]);
    controller.abort();
    left.raw.socket.emit('close');

    expect([own.signal.aborted, left.signal.aborted]).toEqual([true, true]);
  });

  it('has a log that is silent', () => {
    expect(() => {
      requestFactory.get('/').log.info('nobody reads this');
    }).not.toThrow();
  });
});
