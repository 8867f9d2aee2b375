import { IsUrl } from 'class-validator';

import {
  Attribute,
  Get,
  type HttpRequest,
  type HttpResponse,
  Inject,
  Injectable,
  JsonResponse,
  Middleware,
  Module,
  plugin,
  provide,
  Req,
  Route,
  Settings,
  token,
  Urls,
  use,
  UseMiddleware,
} from '../../src/index';
import { createTestKernel, fake, type Replacement } from '../../src/testing/index';

const USER = token<string>('USER');
const TITLE = token<string>('TITLE');
const released: string[] = [];

class AppSettings extends Settings {
  @IsUrl() readonly databaseUrl!: string;
}

@Injectable()
class Clock {
  now(): number {
    throw new Error('The real clock.');
  }
}

@Middleware()
class Stamp implements Middleware {
  @Attribute() header = 'x-stamp';

  constructor(@Inject(Clock) private readonly clock: Clock) {}

  processResponse(_request: HttpRequest, response: HttpResponse) {
    response.headers.set(this.header, String(this.clock.now()));
    return response;
  }
}

@Middleware({ provides: [USER], scope: 'request' })
class Users implements Middleware {
  processRequest({ scope }: HttpRequest) {
    scope.set(USER, Object.assign('Ada', { [Symbol.dispose]: () => released.push('Ada') }));
  }
}

@Route('/page')
@UseMiddleware(use(Stamp, { header: 'x-inner' }))
class PageView {
  constructor(
    @Inject(USER) private readonly user: string,
    @Inject(AppSettings) private readonly settings: AppSettings,
    @Inject(Urls) private readonly urls: Urls,
  ) {}

  @Get()
  show(@Req() { scope }: HttpRequest) {
    const { databaseUrl, port } = this.settings;
    return {
      user: this.user,
      same: [scope.has(USER), scope.get(USER)],
      databaseUrl,
      port,
      url: this.urls.reverse(PageView),
    };
  }
}

const titles: string[] = [];

@Module({
  settings: AppSettings,
  middleware: [use(Stamp, { header: 'x-outer' }), Users],
  providers: [provide(TITLE, { useValue: 'real' })],
  plugins: [
    plugin(
      (_server, { title }: { title: string }, done) => {
        titles.push(title);
        done();
      },
      { inject: [TITLE], useFactory: (title) => ({ title }) },
    ),
  ],
  routes: [PageView],
})
class AppModule {}

const settings = fake(AppSettings, { databaseUrl: 'fake', port: 1 });
const clock = fake(Clock, { now: () => 5 });

async function ask(...replacements: readonly Replacement[]) {
  const kernel = await createTestKernel(AppModule, { with: [settings, ...replacements] });
  const response = await kernel.client.get('/page');
  await kernel.close();
  return response;
}

describe('a replacement', () => {
  it('of the settings is injected, so that they are not read', async () => {
    expect((await ask(clock)).json()).toMatchObject({ databaseUrl: 'fake', port: 1 });
    await expect(createTestKernel(AppModule, { with: [clock] })).rejects.toThrow('DATABASE_URL');
  });

  it('of what middleware needs is injected, in each `use` of it', async () => {
    expect((await ask(clock)).headers).toMatchObject({ 'x-outer': '5', 'x-inner': '5' });
  });

  it('of middleware stands in each `use` of it', async () => {
    const processResponse = jest.fn((_request: HttpRequest, response: HttpResponse) => response);
    const { headers, trace } = await ask(fake(Stamp, { processResponse }));

    expect(headers).not.toHaveProperty('x-outer');
    expect(processResponse).toHaveBeenCalledTimes(2);
    expect(trace).toEqual(['Users.processRequest', 'PageView.show', 'Stamp.processResponse', 'Stamp.processResponse']);
  });

  it('of middleware by a class has the attributes of each `use`, and the hooks of its own', async () => {
    class Refusal extends Stamp {
      processRequest() {
        return this.header === 'x-inner' ? new JsonResponse('no', { status: 403 }) : undefined;
      }
    }
    Reflect.defineMetadata('design:paramtypes', [Clock], Refusal);
    const { status, headers, answeredBy } = await ask(clock, provide(Stamp, { useClass: Refusal }));

    expect([status, answeredBy]).toEqual([403, 'Stamp.processRequest']);
    expect(headers).toMatchObject({ 'x-outer': '5', 'x-inner': '5' });
  });

  it('of middleware of the request by a class has the hooks of its own', async () => {
    @Middleware({ provides: [USER], scope: 'request' })
    class LateUsers extends Users {
      override processRequest() {
        // It fills the request later.
      }
      processView({ scope }: HttpRequest) {
        scope.set(USER, 'Late');
      }
      processResponse(_request: HttpRequest, response: HttpResponse) {
        response.headers.set('x-late', 'yes');
        return response;
      }
    }
    const { trace, headers } = await ask(clock, provide(Users, { useClass: LateUsers }));

    expect(headers['x-late']).toBe('yes');
    expect(trace.filter((place) => place.startsWith('Users'))).toEqual([
      'Users.processRequest',
      'Users.processView',
      'Users.processResponse',
    ]);
  });

  it('of middleware of the request by a factory has the hooks of what it makes', async () => {
    const replacement = provide(Users, {
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- a hook is all it needs
      useFactory: () => ({
        processRequest: ({ scope }: HttpRequest) => {
          scope.set(USER, 'Made');
        },
      }),
      inject: [],
      scope: 'request',
    });
    const { trace } = await ask(clock, replacement);

    expect(trace.filter((place) => place.startsWith('Users'))).toEqual(['Users.processRequest']);
  });

  it('of a value of the request is what everybody gets, whatever middleware sets', async () => {
    released.length = 0;
    const response = await ask(clock, provide(USER, { useValue: 'Grace' }));

    expect(response.json()).toMatchObject({ user: 'Grace', same: [true, 'Grace'] });
    expect(response.trace).toContain('Users.processRequest');
    expect(released).toEqual(['Ada']);
  });

  it('of what fills the request is called in its place', async () => {
    const processRequest = ({ scope }: HttpRequest) => {
      scope.set(USER, 'Eve');
    };

    expect((await ask(clock, fake(Users, { processRequest }))).json()).toMatchObject({ user: 'Eve' });
  });

  it('of what the framework provides, and of what plugins are made with', async () => {
    titles.length = 0;
    const urls = fake(Urls, { reverse: () => '/fake' });

    expect((await ask(clock, urls, provide(TITLE, { useValue: 'fake' }))).json()).toMatchObject({ url: '/fake' });
    expect(titles).toEqual(['fake']);
  });
});
