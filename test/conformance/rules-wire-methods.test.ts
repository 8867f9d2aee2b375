import { Delete, Get, Options, Post, Put, Route, UseMiddleware } from '../../src/index';
import { ask } from '../support/raw-http';
import { createMatchTracer, createTracer, startWire, stopKernels } from '../support/wire-kernel';

afterEach(stopKernels);

/** Two views that match `/notes/1`; the first has a middleware of its own, its method another. */
function createNoteViews(trace: string[], built: string[]) {
  @Route('/notes/<int:id>')
  @UseMiddleware(createTracer('Class', trace))
  class NoteView {
    constructor() {
      built.push('NoteView');
    }

    @Get()
    @UseMiddleware(createTracer('Method', trace))
    show() {
      return 'note';
    }

    @Delete({ status: 204 })
    remove() {}
  }

  @Route('/notes/:slug')
  class SlugView {
    @Put()
    write() {
      return 'slug';
    }

    @Post()
    add() {
      return 'slug';
    }
  }
  return [NoteView, SlugView];
}

async function startNotes() {
  const trace: string[] = [];
  const built: string[] = [];
  const matches: unknown[] = [];
  const middleware = [createTracer('Root', trace), createMatchTracer(matches)];
  return { ...(await startWire({ routes: createNoteViews(trace, built), middleware })), trace, built, matches };
}

const chain = (status: number) => [
  ...['Root.req', 'Class.req', 'Root.view', 'Class.view'],
  ...[`Class.resp(${status})`, `Root.resp(${status})`],
];
const match = { view: 'NoteView', action: undefined, params: { id: 1 }, pattern: '/notes/<int:id>' };

describe('RU-14 for methods that a URL lacks', () => {
  it('answers OPTIONS with 200, Allow and no body, through the chain of the first view by path', async () => {
    const { origin, trace, matches, built, log } = await startNotes();

    const answer = await ask(origin, 'OPTIONS /notes/1');

    expect(answer).toMatchObject({ status: 200, body: '' });
    expect(answer.headers['allow']).toBe('GET, POST, PUT, DELETE, HEAD, OPTIONS');
    expect(answer.headers['content-length']).toBe('0');
    expect(trace).toEqual(chain(200));
    expect(matches).toEqual([match]);
    expect(built).toEqual([]);
    expect(log.readProblems()).toEqual([]);
  });

  it('answers 405 with the methods of all views that match, and reads no body', async () => {
    const { origin, trace, matches, built, log } = await startNotes();
    const headers = { 'content-type': 'application/json' };

    const answer = await ask(origin, 'PATCH /notes/1', { headers, body: '{broken' });

    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBe('GET, POST, PUT, DELETE, HEAD, OPTIONS');
    expect(JSON.parse(answer.body)).toMatchObject({ title: 'Method Not Allowed', status: 405 });
    expect(trace).toEqual(chain(405));
    expect(matches).toEqual([match]);
    expect(built).toEqual([]);
    expect(log.readProblems()).toEqual(['40 PATCH /notes/1 was answered 405: Method Not Allowed']);
  });

  it('leaves out of Allow what only views of other URLs have', async () => {
    const { origin } = await startNotes();

    const answer = await ask(origin, 'PATCH /notes/text');

    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBe('POST, PUT, OPTIONS');
  });

  it.each(['PROPFIND', 'TRACE', 'SEARCH'])('answers %s, which Fastify does not know, as no route', async (method) => {
    const { origin, trace } = await startNotes();

    const answer = await ask(origin, `${method} /notes/1`);

    expect(answer.status).toBe(404);
    expect(answer.headers).not.toHaveProperty('allow');
    expect(trace).toEqual(['Root.req', 'Root.resp(404)']);
  });

  it("answers OPTIONS by a view's own method for it", async () => {
    @Route('/')
    class OwnOptionsView {
      @Options()
      describe() {
        return { verbs: ['OPTIONS'] };
      }
    }
    const { origin } = await startWire({ routes: [OwnOptionsView] });

    const answer = await ask(origin, 'OPTIONS /');

    expect(answer).toMatchObject({ status: 200, body: '{"verbs":["OPTIONS"]}' });
    expect((await ask(origin, 'GET /')).headers['allow']).toBe('OPTIONS');
  });
});
