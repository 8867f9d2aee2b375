import {
  createMetadata,
  Get,
  type HttpRequest,
  type HttpResponse,
  include,
  Middleware,
  Module,
  Post,
  Query,
  Route,
  type RouteMatch,
  UseMiddleware,
} from '../../src/index';
import { inForm, start, startTraced } from '../support/tracing';
import type { Form } from '../support/wire-kernel';

const Roles = createMetadata<string[]>('roles');
const Public = createMetadata('public');

const forms: readonly Form[] = ['sync', 'async'];

/** A middleware that notes its request and response hooks, and whether the match was there. */
function createNoting(name: string, trace: string[], form: Form) {
  @Middleware()
  class Noting {
    processRequest({ match }: HttpRequest) {
      return inForm(form, () => void trace.push(`${name}.req(${match?.action ?? '-'})`));
    }

    processView(request: HttpRequest, match: RouteMatch) {
      return inForm(form, () => void trace.push(`${name}.view(${match === request.match ? 'same' : 'other'})`));
    }

    processResponse(request: HttpRequest, response: HttpResponse) {
      return inForm(form, () => {
        trace.push(`${name}.resp(${request.match?.action ?? '-'})`);
        return response;
      });
    }
  }
  return Noting;
}

describe.each(forms)('the way of a request in %s form', (form) => {
  it('runs the chains of root, included modules, class and method, in this order', async () => {
    const trace: string[] = [];
    const noting = (name: string) => createNoting(name, trace, form);

    @Route('/notes')
    @UseMiddleware(noting('class1'), noting('class2'))
    class NotesView {
      @Get()
      @UseMiddleware(noting('method'))
      list(@Query('fail') fail?: string) {
        trace.push('VIEW');
        if (fail) throw new Error(fail);
        return 'notes';
      }

      @Get('/plain') plain() {
        return 'plain';
      }
    }

    @Module({ routes: [NotesView], middleware: [noting('inner')] })
    class InnerModule {}

    @Module({ routes: [include('/inner', InnerModule)], middleware: [noting('outer')] })
    class OuterModule {}

    const names = ['root', 'outer', 'inner', 'class1', 'class2', 'method'];
    const { kernel } = await start({ routes: [include('/api', OuterModule)], middleware: [noting('root')] });
    await kernel.server.inject('/api/inner/notes');
    const whole = trace.splice(0);
    await kernel.server.inject('/api/inner/notes/plain');
    const plain = trace.splice(0);
    await kernel.server.inject('/missing');
    await kernel.close();

    expect(whole).toEqual([
      ...names.map((name) => `${name}.req(${name === 'root' ? '-' : 'list'})`),
      ...names.map((name) => `${name}.view(same)`),
      'VIEW',
      ...names.toReversed().map((name) => `${name}.resp(list)`),
    ]);
    expect(plain.filter((line) => line.includes('.req'))).toHaveLength(5);
    expect(plain.join()).not.toContain('method');
    expect(trace).toEqual(['root.req(-)', 'root.resp(-)']);
  });

  it('gives processView the match: view, action, parameters, pattern, name and metadata', async () => {
    const matches: RouteMatch[] = [];

    @Middleware()
    class Reading {
      processView(_request: HttpRequest, match: RouteMatch) {
        return inForm(form, () => void matches.push(match));
      }
    }

    @Route('/notes/<int:id>', { name: 'note' })
    @Roles(['reader'])
    class NoteView {
      @Get()
      @Roles(['owner'])
      @Public()
      show() {
        return 'note';
      }

      @Post() change() {
        return 'changed';
      }
    }
    const { kernel } = await start({ routes: [NoteView], middleware: [Reading] });

    await kernel.server.inject('/notes/7');
    await kernel.server.inject({ method: 'POST', url: '/notes/8' });
    await kernel.server.inject({ method: 'DELETE', url: '/notes/9' });
    await kernel.close();

    const common = { view: NoteView, pattern: '/notes/<int:id>', name: 'note' };
    expect(
      matches.map(({ view, action, params, pattern, name }) => ({
        view,
        action,
        params: { ...params },
        pattern,
        name,
      })),
    ).toEqual([
      { ...common, action: 'show', params: { id: 7 } },
      { ...common, action: 'change', params: { id: 8 } },
      { ...common, action: undefined, params: { id: 9 } },
    ]);
    expect(matches.map((match) => match.get(Roles))).toEqual([['owner'], ['reader'], ['reader']]);
    expect(matches.map((match) => match.all(Roles))).toEqual([[['owner'], ['reader']], [['reader']], [['reader']]]);
    expect(matches.map((match) => match.get(Public))).toEqual([true, undefined, undefined]);
    expect(matches.map((match) => match.all(Public))).toEqual([[true], [], []]);
  });

  it('reads the body between request and view phase', async () => {
    const bodies: unknown[] = [];
    const note = ({ body }: HttpRequest) => void bodies.push(body);
    const { kernel } = await startTraced({ form, behaviours: { 'C.req': note, 'A.view': note } });

    await kernel.server.inject({ method: 'POST', url: '/', payload: { title: 'Tea' } });
    await kernel.close();

    expect(bodies).toEqual([undefined, { title: 'Tea' }]);
  });

  it('GT-16 sends parameters that cannot be converted the way of GT-15, with 422', async () => {
    const built: string[] = [];

    @Route('/pages')
    class PagesView {
      constructor() {
        built.push('PagesView');
      }

      @Get() list(@Query('page', Number) page: number) {
        return page;
      }
    }
    const { kernel, trace, readLog } = await startTraced({ form, module: { routes: [PagesView] } });

    const { statusCode } = await kernel.server.inject('/pages?page=two');
    await kernel.close();

    expect(statusCode).toBe(422);
    expect(trace.join(' ')).toBe('A.req B.req C.req A.view B.view C.view C.exc B.exc A.exc C.resp B.resp A.resp');
    expect(readLog()).toEqual([expect.stringMatching(/^warn: GET \/pages\?page=two was answered 422/)]);
    expect(built).toEqual(['PagesView']);
  });
});
