import { Get, Route } from '../../src/index';
import { ask } from '../support/raw-http';
import { createTracer, type Form, startWire } from '../support/wire-kernel';

/** The problem of an error that tells nothing. */
export const plain500 = (requestId: unknown) => ({
  type: 'about:blank',
  title: 'Internal Server Error',
  status: 500,
  requestId,
});

/** A view whose one method returns what `answer` makes. */
export function createView(answer: () => unknown, form: Form = 'sync') {
  @Route('/')
  class AnswerView {
    @Get()
    show(): unknown {
      return form === 'async' ? Promise.resolve().then(answer) : answer();
    }
  }
  return AnswerView;
}

/** Asks such a view over the wire, once; `again` asks the same application for what it does not have. */
export async function askView(answer: () => unknown, form: Form = 'sync') {
  const trace: string[] = [];
  const { origin, log } = await startWire({
    routes: [createView(answer, form)],
    middleware: [createTracer('A', trace, form)],
  });
  return { answer: await ask(origin, 'GET /'), trace, log, again: () => ask(origin, 'GET /missing') };
}
