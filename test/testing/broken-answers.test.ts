import { Readable } from 'node:stream';

import {
  ErrorResponses,
  EventStreamResponse,
  Get,
  type HttpError,
  type HttpResponse,
  Module,
  path,
  provide,
  Route,
  StreamResponse,
} from '../../src/index';
import { createTestKernel, testView, type TestKernel } from '../../src/testing/index';

@Route('/streams')
class StreamsView {
  @Get('bytes') bytes() {
    return new StreamResponse(Readable.from(breakOff(Buffer.from('first'))));
  }

  @Get('events') events() {
    return new EventStreamResponse(breakOff('first'));
  }
}

async function* breakOff<T>(first: T): AsyncGenerator<T> {
  yield first;
  // The first one is on its way when it breaks.
  await new Promise((resolve) => setImmediate(resolve));
  throw new Error('The tape is torn.');
}

describe('a stream that breaks after its first byte', () => {
  it.each(['/streams/bytes', '/streams/events'])('throws its error in the test: %s', async (url) => {
    const view = await testView(StreamsView);

    await expect(view.get(url)).rejects.toThrow('The tape is torn.');
    await view.close();
  });

  it('breaks the connection where errors are not thrown', async () => {
    const view = await testView(StreamsView);

    await expect(view.get('/streams/bytes', { throwErrors: false })).rejects.toThrow('aborted');
    await view.close();
  });
});

class BrokenResponses extends ErrorResponses {
  override toResponse(error: HttpError): HttpResponse {
    throw new TypeError(`No template for ${error.status}.`);
  }
}

@Module({
  routes: [
    path(
      '/broken',
      createView(() => new Error('The disk is full.')),
    ),
  ],
  providers: [provide(ErrorResponses, { useClass: BrokenResponses })],
})
class BrokenModule {}

function createView(toError: () => Error) {
  class BrokenView {
    @Get() show(): string {
      throw toError();
    }
  }
  return BrokenView;
}

describe('an error in the response of an error', () => {
  let kernel: TestKernel;

  beforeAll(async () => {
    kernel = await createTestKernel(BrokenModule);
  });

  afterAll(() => kernel.close());

  it('is thrown in the test', async () => {
    await expect(kernel.client.get('/nowhere')).rejects.toThrow(new TypeError('No template for 404.'));
    expect((await kernel.client.get('/nowhere', { throwErrors: false })).status).toBe(500);
  });

  it('does not hide an error that nobody handled', async () => {
    await expect(kernel.client.get('/broken')).rejects.toThrow('The disk is full.');
  });
});
