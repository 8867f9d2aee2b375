import { Get, type HttpRequest, type HttpResponse, Injectable, Middleware, Route } from '../../src/index';
import { start } from '../support/tracing';

const built: string[] = [];

beforeEach(() => {
  built.length = 0;
});

@Middleware({ scope: 'request' })
class Failing {
  constructor() {
    built.push('Failing');
    throw new Error('The middleware could not be built.');
  }
  processView() {}
  processResponse(_request: HttpRequest, response: HttpResponse) {
    return response;
  }
}

@Route('/')
class HomeView {
  @Get() show() {
    return 'home';
  }
}

async function ask(module: Parameters<typeof start>[0], times: number) {
  const { kernel, records } = await start(module);
  const statuses: number[] = [];
  for (let asked = 0; asked < times; asked++) statuses.push((await kernel.server.inject('/')).statusCode);
  await kernel.close();
  return { statuses, errors: records.flatMap(({ err }) => (err ? [err.message] : [])) };
}

describe('what cannot be built for a request', () => {
  it('is tried once for each request, and is one error of it', async () => {
    const { statuses, errors } = await ask({ routes: [HomeView], middleware: [Failing] }, 2);

    expect(statuses).toEqual([500, 500]);
    expect(built).toEqual(['Failing', 'Failing']);
    expect(errors).toEqual(['The middleware could not be built.', 'The middleware could not be built.']);
  });

  it('throws the same error at whoever asks for it', async () => {
    const thrown: unknown[] = [];

    @Injectable({ scope: 'request' })
    class Broken {
      constructor() {
        built.push('Broken');
        throw new Error('Broken.');
      }
    }
    @Middleware()
    class Asking {
      processView(request: HttpRequest) {
        for (let asked = 0; asked < 2; asked++) {
          try {
            request.scope.get(Broken);
          } catch (error) {
            thrown.push(error);
          }
        }
      }
    }

    const { statuses } = await ask({ routes: [HomeView], middleware: [Asking], providers: [Broken] }, 1);

    expect(statuses).toEqual([200]);
    expect(built).toEqual(['Broken']);
    expect(thrown).toHaveLength(2);
    expect(thrown[1]).toBe(thrown[0]);
  });
});
