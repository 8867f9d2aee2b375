import { HttpResponse, type HttpRequest, Route, type RouteMatch, View } from '../../src/index';
import { ask } from '../support/raw-http';
import { startWire, stopKernels } from '../support/wire-kernel';

afterEach(stopKernels);

describe('RU-14 for class-based views', () => {
  @Route('/plain')
  class PlainView extends View {
    get() {
      return 'plain';
    }

    post() {
      return 'never';
    }

    override readonly httpMethodNames = ['get', 'options'] as const;
  }

  @Route('/silent')
  class SilentView extends View {
    override readonly httpMethodNames = ['get'] as const;

    get() {
      return 'silent';
    }
  }

  @Route('/own')
  class OwnView extends View {
    readonly steps: string[] = [];

    override setup(request: HttpRequest, resolved: RouteMatch) {
      this.steps.push('setup');
      return super.setup(request, resolved);
    }

    override dispatch() {
      this.steps.push('dispatch');
      return super.dispatch();
    }

    get() {
      return 'own';
    }

    override async httpMethodNotAllowed() {
      const response = await super.httpMethodNotAllowed();
      response.headers.set('x-steps', [...this.steps, 'refused'].join());
      return response;
    }

    override options() {
      return new HttpResponse(this.steps.join(), { headers: { allow: 'GET', 'x-own': 'yes' } });
    }
  }

  const routes = [PlainView, SilentView, OwnView];

  it('answers 405 through setup, dispatch and httpMethodNotAllowed', async () => {
    const { origin, log } = await startWire({ routes });

    const answer = await ask(origin, 'PUT /own');

    expect(answer.status).toBe(405);
    expect(answer.headers).toMatchObject({ allow: 'GET, HEAD, OPTIONS', 'x-steps': 'setup,dispatch,refused' });
    expect(log.readProblems()).toEqual(['40 PUT /own was answered 405: Method Not Allowed']);
  });

  it('answers OPTIONS through setup, dispatch and options', async () => {
    const { origin } = await startWire({ routes });

    const answer = await ask(origin, 'OPTIONS /own');

    expect(answer).toMatchObject({ status: 200, body: 'setup,dispatch' });
    expect(answer.headers).toMatchObject({ allow: 'GET', 'x-own': 'yes' });
  });

  it('answers only the methods of httpMethodNames', async () => {
    const { origin } = await startWire({ routes });

    const refused = await ask(origin, 'POST /plain');

    expect(refused.status).toBe(405);
    expect(refused.headers['allow']).toBe('GET, HEAD, OPTIONS');
    expect(await ask(origin, 'GET /plain')).toMatchObject({ status: 200, body: 'plain' });
    expect((await ask(origin, 'HEAD /plain')).status).toBe(200);
    expect((await ask(origin, 'OPTIONS /plain')).headers['allow']).toBe('GET, HEAD, OPTIONS');
  });

  it('answers OPTIONS with 405 where httpMethodNames lacks it, and leaves it out of Allow', async () => {
    const { origin } = await startWire({ routes });

    const answer = await ask(origin, 'OPTIONS /silent');

    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBe('GET, HEAD');
  });
});
