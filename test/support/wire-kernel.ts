import { Writable } from 'node:stream';

import {
  type HttpRequest,
  type HttpResponse,
  Kernel,
  type KernelOptions,
  Middleware,
  Module,
  type RouteMatch,
} from '../../src/index';
import type { MiddlewareHooks } from '../../src/middleware/hooks';
import type { ModuleOptions } from '../../src/metadata/modules';

/** One line of the log. */
export interface LogRecord {
  readonly level: number;
  readonly msg: string;
  readonly reqId?: string;
  readonly err?: { readonly message: string };
  readonly [field: string]: unknown;
}

/** A kernel that listens, and what it has logged. */
export interface WireKernel {
  readonly kernel: Kernel;
  readonly origin: string;
  readonly log: KernelLog;
}

/** The lines that a kernel logs, which a test can wait for. */
export class KernelLog extends Writable {
  readonly records: LogRecord[] = [];

  override _write(line: Buffer, _encoding: string, done: () => void): void {
    this.records.push(JSON.parse(line.toString()) as LogRecord);
    this.emit('record');
    done();
  }

  /** The lines about requests that were answered with an error or not at all, as `level message`. */
  readProblems(): string[] {
    return this.records.filter(({ level }) => level >= 40).map(({ level, msg }) => `${level} ${msg}`);
  }

  /** The messages of the errors that those lines are about. */
  readErrors(): (string | undefined)[] {
    return this.records.filter(({ level }) => level >= 40).map(({ err }) => err?.message);
  }

  /** Waits for a line whose message contains the text. */
  async waitFor(text: string): Promise<LogRecord> {
    for (;;) {
      const found = this.records.find(({ msg }) => msg.includes(text));
      if (found) return found;
      await new Promise((resolve) => this.once('record', resolve));
    }
  }
}

const kernels = new Set<Kernel>();

/** Starts a kernel of one module on a free port. `stopKernels` ends it. */
export async function startWire(module: ModuleOptions, options: KernelOptions = {}): Promise<WireKernel> {
  @Module(module)
  class WireModule {}

  const log = new KernelLog();
  const kernel = await Kernel.create(WireModule, { env: {}, logger: { level: 'info', stream: log }, ...options });
  kernels.add(kernel);
  return { kernel, log, origin: await kernel.listen({ port: 0 }) };
}

/** Ends all kernels that a test has started, with their connections: for `afterEach`. */
export async function stopKernels(): Promise<void> {
  for (const kernel of kernels) {
    kernel.server.server.closeAllConnections();
    await kernel.close();
  }
  kernels.clear();
}

/** How a hook is written. */
export type Form = 'sync' | 'async';

/** A middleware that notes each of its four hooks in the trace: `A.req`, `A.view`, `A.exc`, `A.resp`. */
export function createTracer(name: string, trace: string[], form: Form = 'sync') {
  const note = (hook: string): Promise<void> | undefined => {
    trace.push(`${name}.${hook}`);
    return form === 'async' ? Promise.resolve() : undefined;
  };

  @Middleware()
  class Tracer implements MiddlewareHooks {
    processRequest() {
      return note('req');
    }

    processView() {
      return note('view');
    }

    processException() {
      return note('exc');
    }

    processResponse(_request: HttpRequest, response: HttpResponse) {
      const noted = note(`resp(${response.status})`);
      return noted ? noted.then(() => response) : response;
    }
  }
  return Tracer;
}

/** Notes what `processView` is told of the match. */
export function createMatchTracer(matches: unknown[]) {
  @Middleware()
  class MatchTracer implements MiddlewareHooks {
    processView(_request: HttpRequest, { view, action, params, pattern }: RouteMatch) {
      matches.push({ view: view.name, action, params, pattern });
    }
  }
  return MatchTracer;
}

/** A promise, and the function that settles it: tests wait for events, never for time. */
export function createSignal<T = void>() {
  let fire: (value: T) => void = () => undefined;
  const fired = new Promise<T>((resolve) => (fire = resolve));
  return { fire, fired };
}
