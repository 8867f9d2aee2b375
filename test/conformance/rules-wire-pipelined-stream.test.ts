import { once } from 'node:events';
import { Readable } from 'node:stream';

import { Get, plugin, Route, StreamResponse } from '../../src/index';
import { RawConnection, toRequest } from '../support/raw-http';
import { createSignal, startWire, stopKernels } from '../support/wire-kernel';

afterEach(stopKernels);

describe('a stream that waits behind another answer of its connection', () => {
  it.each([
    ['alone', []],
    ['with a plugin', [plugin(() => Promise.resolve())]],
  ])('is closed when the client leaves, %s', async (_, plugins) => {
    const [opened, read] = [createSignal(), createSignal()];
    const source = new Readable({
      read() {
        this.push('chunk');
        read.fire();
      },
    });
    @Route('/')
    class FirstView {
      @Get()
      async wait() {
        await opened.fired;
        return 'late';
      }

      @Get('stream')
      stream() {
        return new StreamResponse(source);
      }
    }
    const { kernel, origin } = await startWire({ routes: [FirstView], plugins });
    const connection = new RawConnection(origin);
    connection.write(toRequest('GET /') + toRequest('GET /stream'));
    await read.fired;

    connection.destroy();
    await once(source, 'close');
    opened.fire();
    await kernel.close();

    expect(source.destroyed).toBe(true);
  });
});
