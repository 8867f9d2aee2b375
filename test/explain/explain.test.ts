import { closeKernels, startKernel } from '../kernel/start-kernel';
import { never, NoteView, Root } from './explained-app';

afterAll(closeKernels);

async function explain(...[method, url]: Parameters<Awaited<ReturnType<typeof startKernel>>['explain']>) {
  const kernel = await startKernel(Root);
  return kernel.explain(method, url);
}

describe('kernel.explain', () => {
  it('tells all that would run, as text, and runs none of it', async () => {
    expect(String(await explain('GET', '/api/notes/7?page=2&tag=a&tag=b'))).toBe(
      `GET /api/notes/7?page=2&tag=a&tag=b is answered by NoteView.show with 200.

Routes, in the order in which they are tried:
  GET /years/<year:year>: "api" is not "years"
  GET /items/:id: "api" is not "items"
  GET /api/notes: the path goes on with "/7"
  GET /api/notes/<int:id> "api:note": NoteView.show

Arguments:
  @Param('id'): 7
  @Query('page'): 2, from '2'
  @Query('tag'): [ 'a', 'b' ]

What runs:
  processRequest    Auth
  processView       Auth
  view              NoteView.show
  processException  Auth, if the view throws
  processResponse   Safe

What is built:
  Auth, for the request
    CLOCK, once per kernel
  NoteView, for the request
    Session, for the request
      Store, once per kernel
      USER, a value of the request
    Draft, for each injection
      Store, once per kernel
    Store, once per kernel

The answer: the fields of NoteDto`,
    );
    expect(never).not.toHaveBeenCalled();
  });

  it('tells the rules of what comes in, and who builds it', async () => {
    const { inputs, returns, status, hooks, arguments: bound } = await explain('PUT', '/api/notes/7');

    expect(inputs).toEqual([
      {
        in: 'body',
        type: 'NoteDto',
        isList: false,
        builtBy: 'quintet',
        fields: [
          { name: 'title', type: 'String', rules: ['maxLength(80)', 'isString'] },
          { name: 'marks', type: '[Number]', rules: ['isInt'] },
        ],
      },
    ]);
    expect(returns).toEqual({ type: 'NoteDto', isList: true });
    expect(status).toBe(202);
    expect(hooks.map(({ hook, name }) => `${hook} ${name}`)).toContain('processView Audit');
    expect(bound[1]).toEqual({ source: '@Body(NoteDto)', text: undefined, value: undefined, fault: undefined });
    expect(String(await explain('PATCH', '/api/notes/7'))).toContain(
      'Arguments:\n  @Body(TrimmedNote): read from the request\n',
    );
    expect(String(await explain('PATCH', '/api/notes/7'))).toContain(
      'The body, TrimmedNote, built by class-transformer:\n  title: String, isString',
    );
  });

  it('tells why a request would be refused, and what is absent', async () => {
    const text = String(await explain('GET', '/items/seven'));

    expect(text).toContain("  @Param('id'): 'seven' is refused with 422, it must be a number");
    expect(String(await explain('GET', '/api/notes/7'))).toContain("  @Query('page'): absent\n");
  });

  it('tells of each route why it is not the one', async () => {
    const { tried, outcome, status, route, hooks, builds } = await explain('GET', '/years/99');

    expect(tried.map(({ method, pattern, reason }) => [`${method} ${pattern}`, reason])).toEqual([
      ['GET /years/<year:year>', '"99" does not fit "<year:year>"'],
      ['DELETE /files/*', '"years" is not "files"'],
      ['GET /items/:id', '"years" is not "items"'],
      ['GET /api/notes', '"years" is not "api"'],
      ['GET /api/notes/<int:id>', '"years" is not "api"'],
      ['PUT /api/notes/<int:id>', '"years" is not "api"'],
      ['PATCH /api/notes/<int:id>', '"years" is not "api"'],
    ]);
    expect({ outcome, status, route, builds }).toEqual({
      outcome: 'no route',
      status: 404,
      route: undefined,
      builds: [],
    });
    expect(hooks).toEqual([{ hook: 'processResponse', name: 'Safe', isOnError: false }]);
    expect((await explain('GET', '/years')).tried[0]?.reason).toBe('the path ends before "<year:year>"');
    expect((await explain('GET', '/years/')).tried[0]?.reason).toBe('nothing stands where "<year:year>" is due');
    expect(String(await explain('GET', '/years/99'))).toMatch(
      /^GET \/years\/99 is answered with 404: no route matches\.\n/,
    );
  });

  it('tells of a method that the URL lacks, and of the automatic OPTIONS', async () => {
    const refused = await explain('POST', '/api/notes/7');
    const options = await explain('OPTIONS', '/api/notes');

    expect(refused).toMatchObject({
      outcome: 'method not allowed',
      status: 405,
      allow: ['GET', 'PUT', 'PATCH', 'HEAD', 'OPTIONS'],
      route: { view: NoteView },
    });
    expect(refused.tried.at(-1)?.reason).toBe('it answers PATCH, not POST');
    expect(refused.hooks.map(({ hook, name }) => `${hook} ${name}`)).toEqual([
      'processRequest Auth',
      'processView Auth',
      'processResponse Safe',
    ]);
    expect(String(options)).toContain(
      'OPTIONS /api/notes is answered with 200: no route of the URL has the method. Allow: GET, HEAD, OPTIONS\n',
    );
    expect(options.hooks.map(({ hook, name }) => `${hook} ${name}`)).toEqual([
      'processRequest Auth',
      'processView Auth',
      'view NotesView.options',
      'processResponse Safe',
    ]);
  });

  it('answers HEAD by GET, takes a rest of the path, and knows a URL that cannot be decoded', async () => {
    expect((await explain('HEAD', '/api/notes')).route).toMatchObject({ method: 'GET', action: 'get' });
    expect(await explain('DELETE', '/files/a%2Fb/c')).toMatchObject({ status: 204, outcome: 'view' });
    expect(await explain('GET', '/%zz')).toMatchObject({ outcome: 'bad URL', status: 400 });
    await expect(explain('GET', 'notes')).rejects.toThrow(
      'explain takes a path that begins with "/", such as "/notes/7"; it was given "notes".',
    );
  });
});
