import {
  ErrorResponses,
  type HttpError,
  type HttpRequest,
  type HttpResponse,
  JsonResponse,
  type KernelOptions,
  Middleware,
  Module,
  NotFoundError,
  provide,
} from '../../src/index';
import { KernelLog } from '../support/wire-kernel';
import { ask, closeKernels, startKernel } from '../kernel/start-kernel';

afterEach(closeKernels);

const seen: unknown[] = [];

@Middleware()
class Watching implements Middleware {
  processResponse(_request: HttpRequest, response: HttpResponse) {
    seen.push(response.error, response.error);
    return response;
  }
}

@Module({ middleware: [Watching] })
class EmptyModule {}

async function askNowhere(module: typeof EmptyModule, options?: KernelOptions) {
  seen.length = 0;
  const kernel = await startKernel(module, options);
  return { kernel, answer: await ask(kernel, '/nowhere') };
}

describe('a URL without a route', () => {
  it.each<[string, KernelOptions]>([
    ['no log', { logger: false }],
    ['a log that takes it', { logger: { level: 'warn', stream: new KernelLog() } }],
    ['a log that leaves it out', { logger: { level: 'error', stream: new KernelLog() } }],
  ])('is answered alike with %s', async (_, options) => {
    const { answer } = await askNowhere(EmptyModule, options);

    expect(answer).toMatchObject({
      status: 404,
      body: { type: 'about:blank', title: 'Not Found', status: 404, requestId: expect.any(String) as string },
    });
    expect(Object.keys(answer.body as object)).toEqual(['type', 'title', 'status', 'requestId']);
  });

  it('has one error of its own for each request', async () => {
    const { kernel } = await askNowhere(EmptyModule, { logger: false });
    await ask(kernel, '/nowhere');

    const [first, again, second] = seen;
    expect(first).toBeInstanceOf(NotFoundError);
    expect(again).toBe(first);
    expect(second).toBeInstanceOf(NotFoundError);
    expect(second).not.toBe(first);
  });

  it('is shown to the ErrorResponses of the application', async () => {
    class OwnErrors extends ErrorResponses {
      override toResponse({ status, message }: HttpError) {
        return new JsonResponse({ message }, { status });
      }
    }
    @Module({ middleware: [Watching], providers: [provide(ErrorResponses, { useClass: OwnErrors })] })
    class OwnModule {}

    const { answer } = await askNowhere(OwnModule, { logger: false });

    expect(answer).toMatchObject({ status: 404, body: { message: 'Not Found' } });
  });

  it('is shown to a spy on ErrorResponses', async () => {
    const spy = jest.spyOn(ErrorResponses.prototype, 'toResponse');
    await askNowhere(EmptyModule, { logger: false });

    expect(spy).toHaveBeenCalledTimes(1);
    spy.mockRestore();
  });

  it('is logged by the factory of logs, also where there is no other', async () => {
    const warn = jest.fn();
    const childLoggerFactory = (logger: object) => Object.assign(Object.create(logger) as object, { warn });

    await askNowhere(EmptyModule, { logger: false, fastify: { childLoggerFactory: childLoggerFactory as never } });

    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('is logged by a logger that cannot be asked for its level', async () => {
    const warn = jest.fn();
    const idle = jest.fn();
    const logger = { level: 'silent', info: idle, error: idle, debug: idle, fatal: idle, trace: idle, silent: idle };
    const child = (): object => ({ ...logger, warn, child });

    await askNowhere(EmptyModule, { logger: { ...logger, warn, child } as never });

    expect(warn.mock.calls).toEqual([
      [{ err: expect.any(NotFoundError) as unknown, status: 404 }, 'GET /nowhere was answered 404: Not Found'],
    ]);
  });
});
