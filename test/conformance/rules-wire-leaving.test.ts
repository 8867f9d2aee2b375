import {
  Get,
  type HttpRequest,
  Injectable,
  Middleware,
  type MiddlewareHooks,
  Post,
  Req,
  Route,
  Signal,
  StreamResponse,
} from '../../src/index';
import { ask, RawConnection, toRequest } from '../support/raw-http';
import { createSignal, createTracer, type Form, startWire, stopKernels } from '../support/wire-kernel';

afterEach(stopKernels);

const forms: Form[] = ['sync', 'async'];
const infoLines = (...texts: string[]) => texts.map((text) => `30 ${text}`);

/** An application whose views wait until the test lets them go on. */
async function startWaiting(form: Form, { gate = Promise.resolve() }: { gate?: Promise<void> } = {}) {
  const trace: string[] = [];
  const entered = createSignal();
  const open = createSignal();
  const aborted = createSignal();
  const disposed = createSignal();
  let signal: AbortSignal | undefined;

  @Injectable({ scope: 'request' })
  class Resource {
    dispose(): void {
      trace.push('disposed');
      disposed.fire();
    }
  }

  @Middleware()
  class GateMiddleware implements MiddlewareHooks {
    processRequest(request: HttpRequest) {
      request.signal.addEventListener('abort', () => {
        aborted.fire();
      });
      trace.push('gate');
      return form === 'sync' ? undefined : gate;
    }
  }

  async function waitIn(view: string, seen: AbortSignal): Promise<string> {
    signal = seen;
    seen.addEventListener('abort', () => {
      trace.push(`${view} aborted`);
      aborted.fire();
    });
    trace.push(`${view} entered`);
    entered.fire();
    await open.fired;
    trace.push(`${view} ended`);
    return 'late';
  }

  @Route('/')
  class WaitingView {
    constructor(readonly resource: Resource) {}

    @Get()
    wait(@Signal() seen: AbortSignal) {
      return waitIn('GET', seen);
    }

    @Post()
    read(@Req() request: HttpRequest) {
      return waitIn('POST', request.signal);
    }

    @Post('answered')
    answer(@Signal() seen: AbortSignal) {
      signal = seen;
      return 'done';
    }

    @Get('stream')
    stream(@Signal() seen: AbortSignal) {
      seen.addEventListener('abort', () => trace.push('stream aborted'));
      return new StreamResponse(streamOnce(trace, seen));
    }
  }

  const middleware = [createTracer('A', trace, form), GateMiddleware, createTracer('B', trace, form)];
  const wire = await startWire({ routes: [WaitingView], middleware });
  const readLeft = () => wire.log.records.filter(({ msg }) => msg.startsWith('The client left'));
  return { ...wire, trace, entered, open, aborted, disposed, readLeft, readSignal: () => signal };
}

async function* streamOnce(trace: string[], signal: AbortSignal): AsyncGenerator<string> {
  try {
    yield 'first';
    await new Promise((resolve) => {
      signal.addEventListener('abort', resolve);
    });
  } finally {
    trace.push('stream ended');
  }
}

const inward = ['A.req', 'gate', 'B.req', 'A.view', 'B.view'];
const json = { 'content-type': 'application/json' };

describe.each(forms)('RU-12 with %s hooks', (form) => {
  it.each([
    ['GET', toRequest('GET /')],
    ['POST', toRequest('POST /', { headers: json, body: '{"a":1}' })],
  ])(
    'closes the onion of a %s whose client leaves in the view, and disposes its scope once',
    async (method, request) => {
      const { origin, trace, log, entered, open, aborted, disposed, readLeft } = await startWaiting(form);
      const connection = new RawConnection(origin).write(request);
      await entered.fired;

      connection.destroy();
      await aborted.fired;
      trace.push('left');
      open.fire();
      await disposed.fired;

      const view = [`${method} entered`, `${method} aborted`, 'left', `${method} ended`];
      expect(trace).toEqual([...inward, ...view, 'B.resp(200)', 'A.resp(200)', 'disposed']);
      expect(readLeft().map(({ level, msg }) => `${level} ${msg}`)).toEqual(
        infoLines(`The client left before ${method} / was answered.`),
      );
      expect(log.readProblems()).toEqual([]);
      expect((await ask(origin, 'GET /missing')).status).toBe(404);
    },
  );

  it('ends a stream whose client leaves, after all hooks have run', async () => {
    const { origin, trace, log, disposed, readLeft } = await startWaiting(form);
    const connection = new RawConnection(origin).write(toRequest('GET /stream'));
    await connection.readUntil('first');

    connection.destroy();
    await disposed.fired;

    expect(trace).toEqual([...inward, 'B.resp(200)', 'A.resp(200)', 'stream aborted', 'stream ended', 'disposed']);
    expect(readLeft().map(({ msg }) => msg)).toEqual(['The client left while GET /stream was answered.']);
    expect(log.readProblems()).toEqual([]);
  });

  it('sends a client that leaves while its body is read the way of a body that cannot be read, unsent', async () => {
    const { origin, trace, log, aborted, readLeft } = await startWaiting(form);
    const connection = new RawConnection(origin);
    connection.write(toRequest('POST /', { headers: { ...json, 'content-length': '100' } }) + '{"a":');
    await log.waitFor('incoming request');

    connection.destroy();
    await aborted.fired;
    await log.waitFor('The client left');

    const outward = ['B.exc', 'A.exc', 'B.resp(400)', 'A.resp(400)'];
    expect(trace).toEqual([...inward, ...outward]);
    expect(readLeft().map(({ level, msg }) => `${level} ${msg}`)).toEqual(
      infoLines('The client left before POST / was answered.'),
    );
    expect(log.readProblems()).toEqual([expect.stringMatching(/^40 POST \/ was answered 400: /)]);
  });

  it('aborts the signals of pipelined requests whose client leaves, and closes both onions', async () => {
    const { origin, trace, log, open, readLeft } = await startWaiting(form);
    const requests = toRequest('GET /') + toRequest('POST /', { headers: json, body: '{"a":1}' });
    const connection = new RawConnection(origin).write(requests);
    await until(() => trace.includes('POST entered') && trace.includes('GET entered'));

    connection.destroy();
    await until(() => trace.includes('POST aborted') && trace.includes('GET aborted'));
    open.fire();
    await until(() => trace.filter((step) => step === 'disposed').length === 2);

    expect(trace.filter((step) => step === 'A.resp(200)')).toHaveLength(2);
    expect(trace.filter((step) => step === 'B.resp(200)')).toHaveLength(2);
    expect(
      readLeft()
        .map(({ msg }) => msg)
        .sort(),
    ).toEqual(['The client left before GET / was answered.', 'The client left before POST / was answered.']);
    expect(log.readProblems()).toEqual([]);
  });

  it('never aborts the signal of a POST that was answered, not even when its connection ends', async () => {
    const { origin, log, disposed, readSignal, readLeft } = await startWaiting(form);
    const connection = new RawConnection(origin);

    const answer = await connection.write(toRequest('POST /answered', { headers: json, body: '{"a":1}' })).readAnswer();
    await disposed.fired;
    connection.destroy();
    await connection.readToEnd();
    await ask(origin, 'GET /missing');

    expect(answer).toMatchObject({ status: 200, body: 'done' });
    expect(readSignal()?.aborted).toBe(false);
    expect(readLeft()).toEqual([]);
    expect(log.readProblems()).toEqual([expect.stringContaining('/missing')]);
  });
});

describe('RU-12 in the request phase', () => {
  it('closes the onion of a client that leaves in an asynchronous processRequest, its body unread', async () => {
    const gate = createSignal();
    const { origin, trace, aborted, log } = await startWaiting('async', { gate: gate.fired });
    const connection = new RawConnection(origin);
    connection.write(toRequest('POST /', { headers: { ...json, 'content-length': '100' } }) + '{"a":');
    await until(() => trace.includes('gate'));

    connection.destroy();
    await aborted.fired;
    gate.fire();
    await log.waitFor('The client left before POST / was answered.');

    expect(trace).toEqual([...inward, 'B.exc', 'A.exc', 'B.resp(400)', 'A.resp(400)']);
  });
});

// Turns of the event loop until something has happened: what fails is ended by Jest's own limit.
async function until(hasHappened: () => boolean): Promise<void> {
  while (!hasHappened()) await new Promise((resolve) => setImmediate(resolve));
}
