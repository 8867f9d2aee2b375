import {
  ConfigurationError,
  ErrorResponses,
  Get,
  HttpRequest,
  HttpResponse,
  Inject,
  Injectable,
  Middleware,
  Module,
  provide,
  Param,
  Route,
  Settings,
  token,
} from '../../src/index';
import { createTestKernel, fake, type TestKernel } from '../../src/testing/index';

const CLOCK = token<() => Date>('CLOCK');
const UNUSED = token<() => Date>('CLACK');
const USER = token<string>('USER');

@Injectable()
class Database {
  read(id: string): string {
    return `real ${id}`;
  }
}

@Injectable()
class Notes {
  constructor(private readonly database: Database) {}

  find(id: string): string {
    return this.database.read(id);
  }
}

@Injectable()
class Stranger {}

@Middleware({ provides: [USER] })
class Users implements Middleware {
  processRequest(request: HttpRequest) {
    request.scope.set(USER, 'Ada');
  }
}

@Route('/notes/:id')
class NoteView {
  constructor(
    private readonly notes: Notes,
    @Inject(CLOCK) private readonly clock: () => Date,
    @Inject(USER) private readonly user: string,
    private readonly settings: Settings,
  ) {}

  @Get()
  show(@Param('id') id: string) {
    const { port } = this.settings;
    return { note: this.notes.find(id), time: this.clock().getTime(), user: this.user, port };
  }
}

@Module({
  routes: [NoteView],
  middleware: [Users],
  providers: [provide(CLOCK, { useValue: () => new Date(5) })],
})
class AppModule {}

describe('a test kernel', () => {
  let kernel: TestKernel | undefined;

  afterEach(async () => {
    await kernel?.close();
    kernel = undefined;
  });

  it('answers as the application does', async () => {
    kernel = await createTestKernel(AppModule);

    const response = await kernel.client.get('/notes/a');

    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.json()).toEqual({ note: 'real a', time: 5, user: 'Ada', port: 3000 });
  });

  it('replaces a class and a token by fakes', async () => {
    const notes = fake(Notes, { find: (id) => `fake ${id}` });
    kernel = await createTestKernel(AppModule, { with: [notes, fake(CLOCK, () => new Date(9))] });

    expect((await kernel.client.get('/notes/a')).json()).toMatchObject({ note: 'fake a', time: 9 });
  });

  it('replaces what a replaced class no longer hides', async () => {
    kernel = await createTestKernel(AppModule, { with: [fake(Database, { read: (id) => `row ${id}` })] });

    expect((await kernel.client.get('/notes/a')).json()).toMatchObject({ note: 'row a' });
  });

  it('replaces by providers', async () => {
    kernel = await createTestKernel(AppModule, { with: [provide(CLOCK, { useFactory: () => () => new Date(11) })] });

    expect((await kernel.client.get('/notes/a')).json()).toMatchObject({ time: 11 });
  });

  it('replaces the class that makes error answers', async () => {
    const toResponse = () => new HttpResponse('gone fishing', { status: 404 });
    kernel = await createTestKernel(AppModule, { with: [fake(ErrorResponses, { toResponse })] });

    expect((await kernel.client.get('/nowhere')).text).toBe('gone fishing');
  });

  it('replaces what the framework itself provides', async () => {
    kernel = await createTestKernel(AppModule, { with: [fake(Settings, { port: 1 })] });

    expect((await kernel.client.get('/notes/a')).json()).toMatchObject({ port: 1 });
  });

  it('replaces middleware', async () => {
    const processRequest = (request: HttpRequest) => {
      request.scope.set(USER, 'Grace');
    };
    kernel = await createTestKernel(AppModule, { with: [fake(Users, { processRequest })] });

    expect((await kernel.client.get('/notes/a')).json()).toMatchObject({ user: 'Grace' });
  });

  it('reads settings from the variables it is given, and not from the environment', async () => {
    process.env['PORT'] = '4000';
    kernel = await createTestKernel(AppModule, { env: { HOST: '0.0.0.0' } });
    delete process.env['PORT'];

    expect(kernel.settings).toMatchObject({ host: '0.0.0.0', port: 3000 });
  });

  it('refuses a replacement that nothing uses, and names the one that was meant', async () => {
    await expect(createTestKernel(AppModule, { with: [fake(UNUSED, () => new Date(0))] })).rejects.toEqual(
      new ConfigurationError([
        {
          code: 'Q902',
          problem: 'The test replaces CLACK, which nothing in the application uses. Did you mean "CLOCK"?',
          fix: 'Remove CLACK from `with`, or replace what is injected.',
        },
      ]),
    );
  });

  it('refuses a replacement that only a replaced class would use, and a class that nothing injects', async () => {
    const replacements = [fake(Notes), fake(Database), fake(Stranger)];

    await expect(createTestKernel(AppModule, { with: replacements })).rejects.toThrow(
      new Error(
        'The test replaces Database, which nothing in the application uses.\n' +
          '  Remove Database from `with`, or replace what is injected. [Q902]\n' +
          'The test replaces Stranger, which nothing in the application uses.\n' +
          '  Remove Stranger from `with`, or replace what is injected. [Q902]',
      ),
    );
  });

  it('refuses what is no replacement', async () => {
    // @ts-expect-error a literal is no fake
    await expect(createTestKernel(AppModule, { with: [{ find: () => 'x' }] })).rejects.toThrow(
      new Error(
        '`with` contains an object, which is neither a fake nor a provider.\n' +
          '  Write fake(Class, { … }), fake(TOKEN, value), or provide(token, { … }). [Q903]',
      ),
    );
  });
});
