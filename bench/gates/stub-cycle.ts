import 'reflect-metadata';

import { EventEmitter } from 'node:events';

import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler, RouteOptions } from 'fastify';

import { Kernel, Module, type ModuleOptions, plugin } from '../../src/index';

/** The functions that Fastify calls for one route, and requests to call them with. */
export interface StubCycle {
  readonly kernel: Kernel;
  /** Fastify's part: a request and a reply, without a socket. */
  readonly open: () => FastifyReply;
  /** Quintet's part: request phase, view phase, view, response phase, and handing the answer to the reply. */
  readonly answer: (reply: FastifyReply) => void;
  /** What a server does when all has been sent. */
  readonly close: (reply: FastifyReply) => void;
}

type RequestClass = new (...parts: unknown[]) => FastifyRequest;

/** Starts a kernel, and takes the route of a URL out of it. */
export async function createStubCycle(module: ModuleOptions, url: string): Promise<StubCycle> {
  const routes = new Map<string, RouteOptions>();
  let sample: FastifyRequest | undefined;
  const watch = (server: FastifyInstance, _options: object, done: () => void): void => {
    server.addHook('onRoute', (route) => {
      routes.set(route.url, route);
    });
    server.addHook('onRequest', (request, _reply, next) => {
      sample = request;
      next();
    });
    done();
  };
  const watching = plugin(Object.assign(watch, { [Symbol.for('skip-override')]: true }));

  @Module({ ...module, plugins: [watching] })
  class BenchModule {}

  const kernel = await Kernel.create(BenchModule, { logger: false, env: {} });
  const { payload } = await kernel.server.inject(url);
  if (!sample) throw new Error(`Nothing answers ${url}: ${payload}`);
  const route = routes.get(url) as RouteOptions;
  const onRequest = [route.onRequest ?? []].flat().at(-1) as onRequestHookHandler;
  return { kernel, open: createOpen(sample), ...createAnswer(onRequest, route.handler) };
}

function createOpen(sample: FastifyRequest): StubCycle['open'] {
  const Request = sample.constructor as RequestClass;
  const key = Object.getOwnPropertySymbols(sample).find((each) => each.description === 'fastify.context') as symbol;
  const fastifyContext: unknown = Reflect.get(sample, key);
  const { log } = sample;
  const incoming = { method: 'GET', url: sample.url, headers: { host: 'bench' }, socket: undefined };

  return () => {
    const request = new Request('1', {}, incoming, {}, log, fastifyContext);
    return new StubReply(request) as unknown as FastifyReply;
  };
}

function createAnswer(
  onRequest: onRequestHookHandler,
  handler: (request: FastifyRequest, reply: FastifyReply) => unknown,
): Pick<StubCycle, 'answer' | 'close'> {
  const proceed = { request: undefined as unknown as FastifyRequest, reply: undefined as unknown as FastifyReply };
  const done = (): void => {
    handler(proceed.request, proceed.reply);
  };
  return {
    answer: (reply) => {
      proceed.request = reply.request;
      proceed.reply = reply;
      onRequest.call(undefined as never, reply.request, reply, done);
    },
    close: ({ raw }) => {
      Object.assign(raw, { writableFinished: true, writableEnded: true });
      raw.emit('close');
    },
  };
}

/** Takes an answer and forgets it. */
class StubReply {
  readonly raw = new StubResponse();
  statusCode = 200;
  headers = 0;

  constructor(readonly request: FastifyRequest) {}

  header(): this {
    this.headers++;
    return this;
  }

  code(status: number): this {
    this.statusCode = status;
    return this;
  }

  send(): this {
    return this;
  }
}

class StubResponse extends EventEmitter {
  destroyed = false;
  writableFinished = false;
  writableEnded = false;
}
