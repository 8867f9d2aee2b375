import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
  type RouteOptions,
} from 'fastify';

import type { OpenWork } from './http/open-work';
import { registerRequestType } from './http/request-type';
import { deferSchemaCompilers } from './http/schema-compilers';
import type { KernelOptions } from './kernel-options';
import { isClosed } from './http/closing';
import { toHttpRequest } from './http/request';
import { isPathTarget } from './http/target';
import { keepTickShape } from './http/tick-shape';
import { continueReading, expectContinue } from './middleware/request-body';
import type { Settings } from './settings/settings';

/** What a server needs of its kernel. */
export interface ServerParts {
  readonly frameworkErrors: NonNullable<FastifyServerOptions['frameworkErrors']>;
  readonly work: OpenWork;
  /** Whether plugins may add routes with schemas. */
  readonly hasPlugins: boolean;
  /** Whether something else refuses what comes while the kernel closes, and targets that are none. */
  readonly isGuarded: boolean;
}

/** The Fastify instance of a kernel, before plugins and routes. */
export function createServer(
  settings: Settings,
  { logger, fastify: options = {} }: KernelOptions,
  { frameworkErrors, work, hasPlugins, isGuarded }: ServerParts,
): FastifyInstance {
  keepTickShape();
  const deferred = hasPlugins ? undefined : deferSchemaCompilers();
  const server = fastify({
    ...toLoggerOptions(logger ?? { level: settings.logLevel }),
    bodyLimit: settings.bodyLimit,
    trustProxy: settings.trustedProxies.length > 0 && [...settings.trustedProxies],
    genReqId: createRequestIds(),
    requestIdHeader: false,
    logController: new QuietLogController(),
    ...(deferred && { schemaController: deferred.schemaController }),
    ...options,
    routerOptions: { maxParamLength: 16_384, ...options.routerOptions },
    ...(!isGuarded && { rewriteUrl: createRewrite(options.rewriteUrl, work) }),
    frameworkErrors,
  } as FastifyServerOptions) as unknown as FastifyInstance;

  deferred?.attach(server);
  registerRequestType(server);
  // Node would tell the client to go on before any hook has run.
  server.server.on('checkContinue', (raw: IncomingMessage, response: unknown) => {
    expectContinue(raw);
    server.server.emit('request', raw, response);
  });
  // In routes of plugins the client is told at once.
  server.addHook('onRoute', (options: RouteOptions) => {
    if (!ownHandlers.has(options.handler)) options.onRequest = [options.onRequest ?? [], goOn].flat();
  });
  return server;
}

const ownHandlers = new WeakSet<object>();

/** Says that a route is the kernel's: its request phase comes before its body. */
export function markOwnHandler(handler: object): void {
  ownHandlers.add(handler);
}

function goOn(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  continueReading({ request: toHttpRequest(request), reply });
  done();
}

/** A target that the router refuses as a bad URL. */
const refusedTarget = '/%';

function createRewrite(
  rewriteUrl: FastifyServerOptions['rewriteUrl'],
  work: OpenWork,
): NonNullable<FastifyServerOptions['rewriteUrl']> {
  return function rewrite(this: FastifyInstance, raw) {
    // Before any hook, and before Fastify's own refusal, which has another shape.
    if (work.isClosing) return refusedTarget;
    const target = rewriteUrl ? rewriteUrl.call(this, raw) : (raw.url ?? '');
    return isPathTarget(target) ? target : refusedTarget;
  };
}

// Unique across processes and restarts, and cheaper than a random one for each request.
function createRequestIds(): NonNullable<FastifyServerOptions['genReqId']> {
  const prefix = randomBytes(6).toString('base64url');
  let count = 0;
  return ({ headers }) => {
    const given = headers['x-request-id'];
    return typeof given === 'string' && /^[\w.:+/=-]{1,128}$/.test(given)
      ? given
      : `${prefix}-${(++count).toString(36)}`;
  };
}

function toLoggerOptions(logger: NonNullable<KernelOptions['logger']>): FastifyServerOptions {
  const isLogger = typeof logger === 'object' && 'child' in logger && typeof logger.child === 'function';
  return isLogger ? { loggerInstance: logger } : { logger };
}

// The cycle logs the errors of a request itself, once.
class QuietLogController extends LogController {
  override streamError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
    const { log, method, url } = request;
    if (isClosed(reply)) log.info(`The client left while ${method} ${url} was answered.`);
    else log.error({ err: error, res: reply }, `The answer to ${method} ${url} was broken off.`);
  }
}
