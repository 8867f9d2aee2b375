import {
  ForbiddenError,
  Get,
  type HttpRequest,
  type HttpResponse,
  Inject,
  Injectable,
  JsonResponse,
  Middleware,
  Module,
  NotFoundError,
  Param,
  Post,
  Query,
  Route,
  token,
  View,
} from '../../src/index';
import { createTestKernel, type TestKernel } from '../../src/testing/index';

const USER = token<string>('USER');

@Injectable()
class Notes {
  find(id: number): { id: number } | undefined {
    return id === 1 ? { id } : undefined;
  }
}

@Injectable({ scope: 'request' })
class Basket {}

@Middleware({ provides: [USER] })
class Users implements Middleware {
  processRequest(request: HttpRequest) {
    if (request.headers['x-user'] === 'nobody') return new JsonResponse({ who: 'nobody' });
    request.scope.set(USER, 'Ada');
    return undefined;
  }

  processResponse(request: HttpRequest, response: HttpResponse) {
    const { hide } = request.query as { hide?: string };
    return hide && response.error ? new JsonResponse({ hidden: true }, { status: Number(hide) }) : response;
  }
}

@Middleware()
class Mender implements Middleware {
  async processException(_request: HttpRequest, error: unknown) {
    await Promise.resolve();
    return (error as Error).message === 'mend me' ? new JsonResponse({ mended: true }) : undefined;
  }
}

@Route('/notes/<int:id>')
class NoteView {
  constructor(
    private readonly notes: Notes,
    readonly basket: Basket,
    @Inject(USER) readonly user: string,
  ) {}

  @Get()
  async show(@Param('id') id: number, @Query('times', Number) _times = 1) {
    const note = await Promise.resolve(this.notes.find(id));
    if (!note) throw new NotFoundError();
    return note;
  }

  @Post()
  keep(@Query('what') what?: string) {
    if (what === 'forbidden') throw new ForbiddenError();
    if (what === 'nothing') return undefined;
    if (what === 'circle') {
      const circle: Record<string, unknown> = {};
      return Object.assign(circle, { circle });
    }
    throw new Error(what);
  }
}

@Route('/about')
class AboutView extends View {
  get() {
    return { path: this.request.path };
  }
}

@Module({ routes: [NoteView, AboutView], middleware: [Users, Mender] })
class AppModule {}

describe('what a response of a test kernel tells', () => {
  let kernel: TestKernel;

  beforeAll(async () => {
    kernel = await createTestKernel(AppModule);
  });

  afterAll(() => kernel.close());

  it('is the view and the action that answered, with the converted parameters', async () => {
    const { match } = await kernel.client.get('/notes/1');

    expect(match).toMatchObject({ view: NoteView, action: 'show', params: { id: 1 }, pattern: '/notes/<int:id>' });
  });

  it('is what was called, in order, and who answered', async () => {
    const response = await kernel.client.get('/notes/1');

    expect(response.trace).toEqual(['Users.processRequest', 'NoteView.show', 'Users.processResponse']);
    expect(response.answeredBy).toBe('NoteView.show');
  });

  it('is the hook that answered in place of the view', async () => {
    const response = await kernel.client.get('/notes/1', { headers: { 'x-user': 'nobody' } });

    expect(response.trace).toEqual(['Users.processRequest', 'Users.processResponse']);
    expect(response.answeredBy).toBe('Users.processRequest');
  });

  it('is the hook that answered in place of an error, or replaced the response', async () => {
    const mended = await kernel.client.post('/notes/1?what=mend%20me');
    const hidden = await kernel.client.get('/notes/2?hide=200');

    expect(mended.trace).toEqual([
      'Users.processRequest',
      'NoteView.keep',
      'Mender.processException',
      'Users.processResponse',
    ]);
    expect(mended.answeredBy).toBe('Mender.processException');
    expect(hidden.answeredBy).toBe('Users.processResponse');
  });

  it('is nobody where an error or a missing route was answered', async () => {
    const missing = await kernel.client.get('/notes/2');
    const nowhere = await kernel.client.get('/nowhere');

    expect([missing.status, missing.answeredBy, missing.match?.action]).toEqual([404, undefined, 'show']);
    expect([nowhere.status, nowhere.answeredBy, nowhere.match]).toEqual([404, undefined, undefined]);
  });

  it('has no view method in the trace whose arguments do not fit', async () => {
    const response = await kernel.client.get('/notes/1?times=often');

    expect(response.status).toBe(422);
    expect(response.trace).toEqual(['Users.processRequest', 'Mender.processException', 'Users.processResponse']);
  });

  it('is the method of a class-based view, too', async () => {
    const response = await kernel.client.get('/about');

    expect(response.json()).toEqual({ path: '/about' });
    expect(response.answeredBy).toBe('AboutView.get');
    expect(response.match?.action).toBe('get');
  });

  it('is the very view, and what was injected', async () => {
    const first = await kernel.client.get('/notes/1');
    const second = await kernel.client.get('/notes/1');

    expect(first.view).toBeInstanceOf(NoteView);
    expect(first.view).not.toBe(second.view);
    expect(first.built(Basket)).toBe((first.view as NoteView).basket);
    expect(first.built(Basket)).not.toBe(second.built(Basket));
    expect(first.built(Notes)).toBe(second.built(Notes));
    expect(first.built(USER)).toBe('Ada');
  });

  it('is no view where none was built, and nothing that was not injected', async () => {
    class User {}
    const response = await kernel.client.get('/notes/1', { headers: { 'x-user': 'nobody' } });

    expect(() => response.view).toThrow(new Error('No view was built: Users.processRequest answered with 200.'));
    expect(() => response.built(User)).toThrow(
      new Error('Nothing was injected for User in this request. Did you mean "Users"?'),
    );
    expect(() => response.built(Basket)).toThrow(new Error('Nothing was injected for Basket in this request.'));
  });

  it('is the body as text, bytes and JSON, and says what is no JSON', async () => {
    const response = await kernel.client.options('/about');

    expect([response.text, response.bytes.length]).toEqual(['', 0]);
    expect(() => response.json()).toThrow('The body of the 200 is no JSON: ""');
  });
});

describe('an error that nobody handled', () => {
  let kernel: TestKernel;

  beforeAll(async () => {
    kernel = await createTestKernel(AppModule);
  });

  afterAll(() => kernel.close());

  it('is thrown in the test, with its stack', async () => {
    const thrown: unknown = await kernel.client.post('/notes/1?what=broken').catch((error: unknown) => error);

    expect(thrown).toEqual(new Error('broken'));
    expect((thrown as Error).stack).toContain('NoteView.keep');
  });

  it('is a 500 where the call or the client says so', async () => {
    const lenient = kernel.client.withDefaults({ throwErrors: false });

    expect((await kernel.client.post('/notes/1?what=broken', { throwErrors: false })).status).toBe(500);
    expect((await lenient.post('/notes/1?what=broken')).status).toBe(500);
    await expect(lenient.post('/notes/1?what=broken', { throwErrors: true })).rejects.toThrow('broken');
  });

  it('is also a wrong answer, and what cannot be sent', async () => {
    await expect(kernel.client.post('/notes/1?what=nothing')).rejects.toThrow('NoteView.keep returned nothing.');
    await expect(kernel.client.post('/notes/1?what=circle')).rejects.toThrow('circular structure');
  });

  it('is thrown though a hook gave it another 500, and not where a hook made something else of it', async () => {
    await expect(kernel.client.post('/notes/1?what=broken&hide=503')).rejects.toThrow('broken');
    expect((await kernel.client.post('/notes/1?what=broken&hide=200')).json()).toEqual({ hidden: true });
  });

  it('is never an answer that was chosen, or the fault of the client', async () => {
    const { client } = kernel;
    const malformed = { body: '{', headers: { 'content-type': 'application/json' } };

    expect((await client.post('/notes/1?what=forbidden')).status).toBe(403);
    expect((await client.get('/notes/2')).status).toBe(404);
    expect((await client.put('/notes/2')).status).toBe(405);
    expect((await client.post('/notes/1', malformed)).status).toBe(400);
  });
});
