import { Get, plugin, Route } from '../../src/index';
import { ask, RawConnection, type RawAnswer, toRequest } from '../support/raw-http';
import { createSignal, startWire, stopKernels } from '../support/wire-kernel';
import { Marking, NotesView, requests } from './many-answers';

afterEach(stopKernels);

// What differs from one request to the next.
function normalize({ headers, body, ...answer }: RawAnswer) {
  const { date, ...others } = headers;
  return { ...answer, hasDate: date !== undefined, headers: others, body: body.replace(/"[\w-]{8}-\w+"/, '"the id"') };
}

const parts = { routes: [NotesView], middleware: [Marking] };

describe('an application in whose requests nobody else takes part', () => {
  it.each(['warn', 'silent'])('answers as one with a plugin, and logs the same at %s', async (level) => {
    const idle = plugin(() => Promise.resolve());
    const [alone, together] = [await startWire(parts), await startWire({ ...parts, plugins: [idle] })];
    for (const { kernel } of [alone, together]) kernel.server.log.level = level;

    const answers = await Promise.all(
      [alone, together].map(async ({ origin }) => {
        const all: unknown[] = [];
        for (const [line, request] of requests) all.push([line, normalize(await ask(origin, line, request))]);
        return all;
      }),
    );

    expect(answers[0]).toEqual(answers[1]);
    expect(alone.log.readProblems()).toEqual(together.log.readProblems());
  });

  it('tells the middleware of the error where there is no route, also when it logs none', async () => {
    const { origin } = await startWire(parts, { logger: false });

    expect((await ask(origin, 'GET /nowhere')).headers['x-seen']).toBe('Not Found');
  });

  it('refuses what comes while it closes', async () => {
    const [entered, left] = [createSignal(), createSignal()];
    @Route('/slow')
    class SlowView {
      @Get()
      async show() {
        entered.fire();
        await left.fired;
        return 'done';
      }
    }
    const { kernel, origin } = await startWire({ routes: [SlowView, NotesView] });
    const [slow, late] = [new RawConnection(origin), new RawConnection(origin)];
    await late.write(toRequest('GET /notes')).readAnswer();
    slow.write(toRequest('GET /slow'));
    await entered.fired;

    const closed = kernel.close();
    const refused = await late.write(toRequest('GET /notes')).readAnswer();
    left.fire();
    const done = await slow.readAnswer();
    await closed;

    expect(refused).toMatchObject({ status: 503, headers: { connection: 'close' } });
    expect(done).toMatchObject({ status: 200, headers: { connection: 'close' }, body: 'done' });
  });
});
