import { type HttpRequest, type HttpResponse, Get, Injectable, Middleware, Route } from '../../src/index';
import { type Gate, reportGates } from './gate';
import { readSlowdown } from './machine-speed';
import { measure, type Work } from './measure';
import { createStubCycle, type StubCycle } from './stub-cycle';

@Route('/hello')
class HelloView {
  @Get() show() {
    return { hello: 'world' };
  }
}

@Injectable()
class Catalog {}

@Injectable({ scope: 'request' })
class Cart {}

@Route('/cycle')
class CycleView {
  constructor(
    readonly catalog: Catalog,
    readonly cart: Cart,
  ) {}

  @Get() show() {
    return { hello: 'world' };
  }
}

let hooks = 0;

function createMiddleware() {
  @Middleware()
  class Counting implements Middleware {
    processRequest() {
      hooks++;
    }
    processResponse(_request: HttpRequest, response: HttpResponse) {
      hooks++;
      return response;
    }
  }
  return Counting;
}

/** What the framework itself takes of a request, without Fastify and the socket: above a plain function. */
async function measureRequestTime(): Promise<Gate[]> {
  const middleware = Array.from({ length: 4 }, createMiddleware);
  const hello = await createStubCycle({ routes: [HelloView] }, '/hello');
  const cycle = await createStubCycle({ routes: [CycleView], middleware }, '/cycle');
  const first = measure({ ours: toWork(hello), plain: toPlainWork(hello, () => ({ hello: 'world' })) });
  const second = measure({ ours: toWork(cycle), plain: toPlainWork(cycle, answerPlainly) });
  await hello.kernel.close();
  await cycle.kernel.close();
  if (hooks === 0) throw new Error('No hook has run.');
  const slowdown = readSlowdown();
  return [
    { name: 'request-w1-hello-ns', figure: (first.ours - first.plain) / slowdown, limit: 300 },
    { name: 'request-w5-cycle-ns', figure: (second.ours - second.plain) / slowdown, limit: 500 },
  ];
}

const catalog = new Catalog();

function answerPlainly(): unknown {
  for (let layer = 0; layer < 4; layer++) hooks++;
  const answer = new CycleView(catalog, new Cart()).show();
  for (let layer = 0; layer < 4; layer++) hooks++;
  return answer;
}

function toWork({ open, answer, close }: StubCycle): Work {
  return (count) => {
    for (let index = 0; index < count; index++) {
      const reply = open();
      answer(reply);
      close(reply);
    }
  };
}

function toPlainWork({ open, close }: StubCycle, answer: () => unknown): Work {
  return (count) => {
    for (let index = 0; index < count; index++) {
      const reply = open();
      // As Fastify does with what a handler returns.
      void reply.send(JSON.stringify(answer()));
      close(reply);
    }
  };
}

reportGates(measureRequestTime());
