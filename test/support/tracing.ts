import type { InjectOptions } from 'fastify';

import {
  Get,
  type HttpRequest,
  type HttpResponse,
  Kernel,
  type KernelOptions,
  Middleware,
  Module,
  type ModuleOptions,
  Post,
  Req,
  Route,
} from '../../src/index';
import type { MiddlewareHooks } from '../../src/middleware/hooks';
import { type Form, KernelLog, type LogRecord } from './wire-kernel';

/** What a hook or the view of a traced application does, besides being traced. It gets what the hook gets. */
export type Behaviour = (request: HttpRequest, subject?: unknown) => unknown;

/** One hook of the three middleware `A`, `B` and `C`, as it stands in a trace. */
export type HookLabel = `${'A' | 'B' | 'C'}.${'req' | 'view' | 'exc' | 'resp'}`;

/** What the hooks and the view of a traced application do; a hook that is not named does nothing. */
export type Behaviours = Readonly<Partial<Record<HookLabel | 'VIEW', Behaviour>>>;

/** How a traced application is made. */
export interface TracedOptions extends KernelOptions {
  readonly form: Form;
  readonly behaviours?: Behaviours;
  /** Where to note what runs; a new list unless told. */
  readonly trace?: string[];
  /** More lines for the root module, such as plugins. Its routes come before the traced view. */
  readonly module?: ModuleOptions;
}

/** An application with the chain `[A, B, C]` and one view at `/`, for GET and POST. */
export interface TracedApplication {
  readonly kernel: Kernel;
  /** The hooks that have run: `A.req B.req VIEW …`. */
  readonly trace: string[];
  /** What each hook got as its second argument, by its label. */
  readonly subjects: Map<string, unknown>;
  /** The lines of the log about requests, without Fastify's own, as `warn: message`. */
  readonly readLog: () => string[];
  readonly records: LogRecord[];
}

/** Starts a traced application. In the async form each hook and the view return a promise. */
export async function startTraced({ form, behaviours = {}, module = {}, trace = [], ...options }: TracedOptions) {
  const subjects = new Map<string, unknown>();
  const act = (label: HookLabel | 'VIEW', request: HttpRequest, subject?: unknown): unknown => {
    trace.push(label);
    subjects.set(label, subject);
    const behaviour = behaviours[label] ?? (label.endsWith('.resp') ? passOn : doNothing);
    return inForm(form, () => behaviour(request, subject));
  };

  @Route('/')
  class TracedView {
    @Get() show(@Req() request: HttpRequest): unknown {
      return this.#answer(request);
    }

    @Post() create(@Req() request: HttpRequest): unknown {
      return this.#answer(request);
    }

    #answer(request: HttpRequest): unknown {
      if (behaviours.VIEW) return act('VIEW', request);
      trace.push('VIEW');
      return inForm(form, () => ({ ok: true }));
    }
  }

  const { routes = [], middleware, ...rest } = module;
  return {
    trace,
    subjects,
    ...(await start({ ...rest, routes: [...routes, TracedView], middleware: middleware ?? createChain(act) }, options)),
  };
}

/** Starts a traced application, asks it once and closes it. */
export async function askTraced(options: TracedOptions, request: InjectOptions = { url: '/' }) {
  const { kernel, trace, readLog, subjects, records } = await startTraced(options);
  const response = await kernel.server.inject(request);
  await kernel.close();
  const errors = records.flatMap(({ err }) => (err ? [err.message] : []));
  return { trace: trace.join(' '), status: response.statusCode, response, log: readLog(), subjects, errors };
}

/** Starts a kernel of one module, asks for some URLs one after the other and closes it. */
export async function askAll(module: ModuleOptions, urls: readonly string[], options: KernelOptions = {}) {
  const { kernel, ...rest } = await start(module, options);
  const responses = [];
  for (const url of urls) responses.push(await kernel.server.inject(url));
  await kernel.close();
  const statuses = responses.map(({ statusCode }) => statusCode);
  return { ...rest, statuses, bodies: responses.map(({ body }) => body) };
}

/** Calls a function at once, or behind a promise; what it throws is then a rejection. */
export function inForm<T>(form: Form, call: () => T): T | Promise<T> {
  return form === 'sync' ? call() : Promise.resolve().then(call);
}

/** A behaviour that returns a value. */
export function returning(value: unknown): () => unknown {
  return () => value;
}

/** A behaviour that throws a value, which may be anything. */
export function throwing(value: unknown): () => never {
  return () => {
    throw value;
  };
}

/** Starts a kernel of one module whose log is captured, without listening. */
export async function start(module: ModuleOptions, options: KernelOptions = {}) {
  @Module(module)
  class TracedModule {}

  const log = new KernelLog();
  const kernel = await Kernel.create(TracedModule, { env: {}, logger: { level: 'trace', stream: log }, ...options });
  return { kernel, records: log.records, readLog: () => readLog(log.records) };
}

/** The lines of a log, as `warn: message`, without those that Fastify writes for every request. */
function readLog(records: readonly LogRecord[]): string[] {
  const own = records.filter(({ msg }) => msg !== 'incoming request' && msg !== 'request completed');
  return own.map(({ level, msg }) => `${levels[level] ?? String(level)}: ${msg}`);
}

const levels: Readonly<Record<number, string>> = { 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' };

function passOn(_request: HttpRequest, response: unknown): unknown {
  return response;
}

function doNothing(): void {
  // The hook is only traced.
}

type Act = (label: HookLabel, request: HttpRequest, subject?: unknown) => unknown;

function createChain(act: Act) {
  return (['A', 'B', 'C'] as const).map((name) => createTraced(name, act));
}

function createTraced(name: 'A' | 'B' | 'C', act: Act) {
  @Middleware()
  class Traced implements MiddlewareHooks {
    processRequest(request: HttpRequest) {
      return act(`${name}.req`, request) as undefined;
    }

    processView(request: HttpRequest, match: unknown) {
      return act(`${name}.view`, request, match) as undefined;
    }

    processException(request: HttpRequest, error: unknown) {
      return act(`${name}.exc`, request, error) as undefined;
    }

    processResponse(request: HttpRequest, response: HttpResponse) {
      return act(`${name}.resp`, request, response) as HttpResponse;
    }
  }
  Object.defineProperty(Traced, 'name', { value: name });
  return Traced;
}
