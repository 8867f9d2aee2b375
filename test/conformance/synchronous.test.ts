import { Get, Route } from '../../src/index';
import { createTracer, startWire, stopKernels } from '../support/wire-kernel';
import { ask } from '../support/raw-http';

afterEach(stopKernels);

describe('synchronous code', () => {
  it('runs from the view phase to the last response hook without a promise', async () => {
    const trace: string[] = [];
    @Route('/')
    class NoteView {
      @Get()
      show() {
        trace.push('VIEW');
        // A promise anywhere in the chain would let this in.
        queueMicrotask(() => trace.push('microtask'));
        return 'shown';
      }
    }
    const middleware = [createTracer('A', trace), createTracer('B', trace)];
    const { origin } = await startWire({ routes: [NoteView], middleware });

    await ask(origin, 'GET /');

    expect(trace).toEqual(['A.req', 'B.req', 'A.view', 'B.view', 'VIEW', 'B.resp(200)', 'A.resp(200)', 'microtask']);
  });
});
