import { Get, Head, HttpResponse, Route, StreamResponse } from '../../src/index';
import { ask, RawConnection, toRequest } from '../support/raw-http';
import { createMatchTracer, createTracer, type Form, startWire, stopKernels } from '../support/wire-kernel';

afterEach(stopKernels);

const forms: Form[] = ['sync', 'async'];

describe('RU-14 HEAD', () => {
  it.each(forms)('answers HEAD by the %s GET method, without its body', async (form) => {
    @Route('/')
    class TextView {
      @Get()
      show(): unknown {
        return form === 'async' ? Promise.resolve('12345') : '12345';
      }
    }
    const trace: string[] = [];
    const matches: unknown[] = [];
    const { origin } = await startWire({
      routes: [TextView],
      middleware: [createTracer('A', trace, form), createMatchTracer(matches)],
    });
    const connection = new RawConnection(origin).write(toRequest('HEAD /'));

    const head = await connection.readAnswer(true);
    const get = await connection.write(toRequest('GET /')).readAnswer();

    expect(head).toMatchObject({ status: 200, body: '' });
    expect(head.headers).toMatchObject({ 'content-length': '5', 'content-type': 'text/plain; charset=utf-8' });
    expect(get.body).toBe('12345');
    expect(trace.slice(0, 3)).toEqual(['A.req', 'A.view', 'A.resp(200)']);
    expect(matches[0]).toEqual({ view: 'TextView', action: 'show', params: {}, pattern: '/' });
    connection.destroy();
  });

  it('does not start a stream for HEAD, and closes it', async () => {
    const trace: string[] = [];
    const source = { [Symbol.asyncIterator]: () => createTracedNumbers(trace), return: () => trace.push('closed') };

    @Route('/')
    class StreamView {
      @Get()
      show() {
        return new StreamResponse(source);
      }
    }
    const { origin } = await startWire({ routes: [StreamView] });
    const connection = new RawConnection(origin).write(toRequest('HEAD /'));

    const head = await connection.readAnswer(true);
    const get = await connection.write(toRequest('GET /')).readAnswer();

    expect(head).toMatchObject({ status: 200, body: '' });
    expect(head.headers['content-type']).toBe('application/octet-stream');
    expect(get.body).toBe('1');
    expect(trace).toEqual(['closed', 'started']);
    connection.destroy();
  });

  it("answers HEAD by a view's own method for it", async () => {
    @Route('/')
    class OwnHeadView {
      @Get()
      show() {
        return 'body';
      }

      @Head({ status: 204 })
      peek() {
        return new HttpResponse(undefined, { status: 204, headers: { 'x-own': 'yes' } });
      }
    }
    const { origin } = await startWire({ routes: [OwnHeadView] });

    const answer = await ask(origin, 'HEAD /');

    expect(answer.status).toBe(204);
    expect(answer.headers['x-own']).toBe('yes');
  });
});

async function* createTracedNumbers(trace: string[]): AsyncGenerator<string> {
  trace.push('started');
  yield await Promise.resolve('1');
}
