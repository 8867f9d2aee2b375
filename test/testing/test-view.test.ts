import { IsInt, Min } from 'class-validator';

import {
  Attribute,
  ConfigurationError,
  converter,
  Get,
  type HttpRequest,
  Inject,
  Injectable,
  JsonResponse,
  Middleware,
  Param,
  Post,
  provide,
  Query,
  Route,
  Settings,
  token,
  UnauthorizedError,
  use,
  UseMiddleware,
  View,
} from '../../src/index';
import { fake, testView, type ViewTest } from '../../src/testing/index';

const USER = token<{ name: string }>('USER');
const CLOCK = token<() => Date>('CLOCK');

@Injectable()
class Formatter {
  format(text: string): string {
    return text.toUpperCase();
  }
}

class Users {
  find(_id: number): Promise<{ name: string } | undefined> {
    throw new Error('There is no database in a test.');
  }
}

@Middleware()
class Limit implements Middleware {
  @Attribute() max = 10;

  processRequest(request: HttpRequest) {
    return Number(request.headers['x-count'] ?? 0) > this.max
      ? new JsonResponse('slow down', { status: 429 })
      : undefined;
  }
}

@Middleware({ provides: [USER] })
class Authentication implements Middleware {
  processView(request: HttpRequest) {
    const name = request.headers['x-user'];
    if (typeof name !== 'string') throw new UnauthorizedError('Bearer');
    request.scope.set(USER, { name });
  }
}

@Route('/users/<int:id>')
class UserView {
  @Attribute() greeting = 'Hello';

  constructor(
    readonly users: Users,
    private readonly formatter: Formatter,
    @Inject(USER) readonly user: { name: string },
  ) {}

  @Get()
  async show(@Param('id') id: number, @Query('loud') loud?: boolean) {
    const found = await this.users.find(id);
    const text = `${this.greeting}, ${found?.name ?? 'nobody'}!`;
    return { text: loud ? this.formatter.format(text) : text, by: this.user.name };
  }

  @Post()
  @UseMiddleware(Limit)
  keep(): string {
    throw new Error('The disk is full.');
  }
}

const bob = fake(Users, { find: async () => Promise.resolve({ name: 'Bob' }) });
const ada = provide(USER, { useValue: { name: 'Ada' } });

describe('a view under test', () => {
  const views: ViewTest<object>[] = [];

  afterEach(async () => {
    for (const view of views.splice(0)) await view.close();
  });

  function keep<V extends object>(view: ViewTest<V>): ViewTest<V> {
    views.push(view);
    return view;
  }

  it('answers through conversion, with what it needs provided or built', async () => {
    const view = keep(await testView(UserView, { with: [bob, ada] }));

    const response = await view.get('/users/42', { query: { loud: true } });

    expect(response.status).toBe(200);
    expect(response.json()).toEqual({ text: 'HELLO, BOB!', by: 'Ada' });
    expect(response.match).toMatchObject({ view: UserView, action: 'show', params: { id: 42 } });
  });

  it('is the very instance that answered, with what was injected', async () => {
    const view = keep(await testView(UserView, { with: [bob, ada] }));

    const first = await view.get('/users/1');
    const second = await view.get('/users/1');

    expect(first.view.users).toBe(bob);
    expect(first.view).toBeInstanceOf(UserView);
    expect(first.view).not.toBe(second.view);
    expect(first.built(Users)).toBe(bob);
    expect(first.built(Formatter)).toBeInstanceOf(Formatter);
    expect(first.built(USER)).toEqual({ name: 'Ada' });
  });

  it('has its errors mapped, or thrown where nobody handles them', async () => {
    const view = keep(await testView(UserView, { with: [bob, ada] }));

    expect((await view.get('/users/1', { query: { loud: 'perhaps' } })).status).toBe(422);
    expect((await view.get('/users/one')).status).toBe(404);
    expect((await view.put('/users/1')).headers.allow).toBe('GET, POST, HEAD, OPTIONS');
    await expect(view.post('/users/1')).rejects.toThrow('The disk is full.');
  });

  it('has its own middleware, and that of the test', async () => {
    const middleware = [Authentication, use(Limit, { max: 1 })];
    const view = keep(await testView(UserView, { with: [bob], middleware }));
    const eve = view.withHeaders({ 'x-user': 'Eve' });

    const response = await eve.get('/users/1');

    expect(response.json()).toEqual({ text: 'Hello, Bob!', by: 'Eve' });
    expect(response.trace).toEqual(['Limit.processRequest', 'Authentication.processView', 'UserView.show']);
    expect((await view.get('/users/1')).status).toBe(401);
    expect((await eve.get('/users/1', { headers: { 'x-count': '2' } })).status).toBe(429);
    expect((await eve.post('/users/1', { headers: { 'x-count': '11' } })).status).toBe(429);
  });

  it('is given its attributes, and another pattern', async () => {
    const init = { greeting: 'Good day' };
    const own = keep(await testView(UserView, { with: [bob, ada], init }));
    const other = keep(await testView(UserView, { with: [bob, ada], init, pattern: '/people/<int:id>' }));

    expect((await own.get('/users/1')).json()).toMatchObject({ text: 'Good day, Bob!' });
    expect((await other.get('/people/1')).json()).toMatchObject({ text: 'Good day, Bob!' });
    expect((await other.get('/users/1')).status).toBe(404);
  });

  it('is a class-based view, with converters and settings of the application', async () => {
    class AppSettings extends Settings {
      @IsInt() @Min(1) readonly pageSize: number = 20;
    }
    class YearView extends View {
      constructor(
        private readonly settings: AppSettings,
        @Inject(CLOCK) private readonly clock: () => Date,
      ) {
        super();
      }

      get() {
        return { ...this.params, size: this.settings.pageSize, now: this.clock().getTime() };
      }
    }
    Reflect.defineMetadata('design:paramtypes', [AppSettings, Object], YearView);
    const year = converter('year', { pattern: '[0-9]{4}', parse: Number, format: String });
    const view = keep(
      await testView(YearView, {
        pattern: '/archive/<year:year>',
        converters: [year],
        settings: AppSettings,
        env: { PAGE_SIZE: '5' },
        with: [fake(CLOCK, () => new Date(7))],
      }),
    );

    expect((await view.get('/archive/2001')).json()).toEqual({ year: 2001, size: 5, now: 7 });
  });

  it('has to have a pattern', async () => {
    class PlainView extends View {
      get() {
        return 1;
      }
    }

    await expect(testView(PlainView)).rejects.toEqual(
      new ConfigurationError([
        {
          code: 'Q905',
          problem: 'PlainView has no @Route, so testView does not know its URL.',
          fix: "Write testView(PlainView, { pattern: '/…' }).",
        },
      ]),
    );
  });

  it('says what it needs and does not have, and what it has and does not need', async () => {
    await expect(testView(UserView, { with: [bob] })).rejects.toThrow('Nothing provides USER');
    await expect(testView(UserView, { with: [bob, ada, fake(CLOCK, () => new Date(0))] })).rejects.toThrow(
      'The test replaces CLOCK, which nothing in the application uses.',
    );
  });

  it('has types: the instance, the attributes', async () => {
    const view = keep(await testView(UserView, { with: [bob, ada] }));
    const { view: instance } = await view.get('/users/1');

    expect(instance.greeting).toBe('Hello');
    // @ts-expect-error the view has no field of the name
    expect(instance.farewell).toBeUndefined();
    // @ts-expect-error the greeting is text
    await expect(testView(UserView, { with: [bob, ada], init: { greeting: 1 } }).then(keep)).resolves.toBeDefined();
  });
});
