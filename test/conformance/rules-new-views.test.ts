import { Get, type HttpRequest, Post, Req, Route, View } from '../../src/index';
import { askAll, inForm, start } from '../support/tracing';
import type { Form } from '../support/wire-kernel';

const forms: readonly Form[] = ['sync', 'async'];

describe.each(forms)('RU-13 in %s form', (form) => {
  it('RU-13 builds a new plain view for every request: no field leaks', async () => {
    @Route('/count')
    class CountView {
      count = 0;

      @Get() show(): unknown {
        this.count++;
        return inForm(form, () => ({ count: this.count }));
      }
    }

    const { bodies } = await askAll({ routes: [CountView] }, ['/count', '/count', '/count']);

    expect(bodies).toEqual(['{"count":1}', '{"count":1}', '{"count":1}']);
  });

  it('RU-13 builds a new class-based view for every request, also while another one runs', async () => {
    const instances = new Set<object>();

    @Route('/about')
    class AboutView extends View {
      notes: string[] = [];

      get(): unknown {
        instances.add(this);
        this.notes.push(this.request.id);
        return inForm(form, () => this.notes.length);
      }
    }
    const { kernel } = await start({ routes: [AboutView] });

    const responses = await Promise.all([1, 2, 3].map(() => kernel.server.inject('/about')));
    await kernel.close();

    expect(responses.map(({ body }) => body)).toEqual(['1', '1', '1']);
    expect(instances.size).toBe(3);
  });

  it('RU-13 builds the view only when its zone is entered: not for a body that cannot be read', async () => {
    const built: string[] = [];

    @Route('/notes')
    class NotesView {
      constructor() {
        built.push('NotesView');
      }

      @Post() create(@Req() { body }: HttpRequest): unknown {
        return inForm(form, () => body);
      }
    }
    const { kernel } = await start({ routes: [NotesView] });
    const request = { method: 'POST', url: '/notes', headers: { 'content-type': 'application/json' } } as const;

    const refused = await kernel.server.inject({ ...request, payload: '{"broken' });
    const before = built.length;
    const accepted = await kernel.server.inject({ ...request, payload: '[1]' });
    await kernel.close();

    expect([refused.statusCode, accepted.statusCode]).toEqual([400, 200]);
    expect({ before, after: built.length }).toEqual({ before: 0, after: 1 });
  });
});
