// A server in a process of its own, for the tests of shutdown: it says where it listens, and what it has ended.
import 'reflect-metadata';

import { setTimeout as wait } from 'node:timers/promises';

import {
  EventStreamResponse,
  Get,
  Injectable,
  Kernel,
  Middleware,
  Module,
  type OnStop,
  Param,
  Route,
  Signal,
} from '../../src/index';
import type { MiddlewareHooks } from '../../src/middleware/hooks';

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

@Injectable({ scope: 'request' })
class Connection {
  async [Symbol.asyncDispose]() {
    await wait(1);
  }
}

@Injectable()
class Pool implements OnStop {
  async onStop() {
    if (process.env['STUCK_STOP'] !== undefined) await new Promise(() => undefined);
    say('stopped Pool');
  }
  dispose() {
    say('disposed Pool');
  }
}

@Route('/work')
class WorkView {
  constructor(
    readonly pool: Pool,
    readonly connection: Connection,
  ) {}

  @Get('/:delay') async show(@Param('delay') delay: number) {
    await wait(delay);
    return { done: 'x'.repeat(2000) };
  }
}

@Route('/stuck')
class StuckView {
  @Get() async show(@Signal() signal: AbortSignal) {
    say('entered /stuck');
    signal.addEventListener('abort', () => {
      say(`aborted: ${(signal.reason as Error).message}`);
    });
    await new Promise(() => undefined);
    return [];
  }
}

@Route('/events')
class EventsView {
  @Get() show(@Signal() signal: AbortSignal) {
    return new EventStreamResponse(
      (async function* () {
        try {
          yield 'first';
          await new Promise((_, reject) => {
            signal.addEventListener('abort', () => {
              reject(signal.reason as Error);
            });
          });
        } finally {
          say('left /events');
        }
      })(),
    );
  }
}

@Middleware()
class Waiting implements MiddlewareHooks {
  async processView(request: { readonly url: string }) {
    if (!request.url.endsWith('?wait')) return;
    say('entered Waiting');
    await new Promise(() => undefined);
  }
}

@Module({ routes: [WorkView, StuckView, EventsView], middleware: [Waiting] })
class ServerModule {}

async function main(): Promise<void> {
  const options = { logger: { level: 'error' } };
  const kernel = await Kernel.create(ServerModule, options);
  const second = process.env['TWO_KERNELS'] === undefined ? undefined : await Kernel.create(ServerModule, options);
  await second?.listen({ port: 0 });
  say(`listening ${await kernel.listen({ port: 0 })}`);
}

void main();
