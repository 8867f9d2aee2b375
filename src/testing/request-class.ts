import type { IncomingMessage } from 'node:http';

import type { FastifyInstance } from 'fastify';

import { OpenWork } from '../http/open-work';
import { type HttpRequest, toHttpRequest } from '../http/request';
import { createServer } from '../kernel-server';
import { Settings } from '../settings/settings';

/** Makes requests of Fastify's own class. */
export interface RequestParts {
  readonly create: (raw: IncomingMessage, params: object) => HttpRequest;
}

let parts: RequestParts | undefined;

/** What requests are made with: those of a server that never listens. */
export function readRequestParts(): RequestParts {
  return (parts ??= createParts());
}

type RequestClass = new (...values: [string, object, IncomingMessage, object, unknown, object]) => HttpRequest;

function createParts(): RequestParts {
  const parts = { frameworkErrors: refuse, work: new OpenWork(), isGuarded: false, hasPlugins: false };
  const server = createServer(new Settings(), { logger: false }, parts);
  const type = readRequestClass(server);
  let count = 0;
  return {
    create: (raw, params) => {
      const query = readQuery(raw.url ?? '');
      const route = { server, config: { url: raw.url, method: raw.method }, _parserOptions: {}, logLevel: 'silent' };
      return toHttpRequest(new type(`made-${++count}`, params, raw, query, server.log, route));
    },
  };
}

// Fastify has no public name for the class.
function readRequestClass(server: FastifyInstance): RequestClass {
  const key = Object.getOwnPropertySymbols(server).find(({ description }) => description === 'fastify.Request');
  const type = key && (Reflect.get(server, key) as unknown);
  if (typeof type === 'function') return type as RequestClass;
  throw new Error('This version of Fastify has no request class that quintet/testing knows.');
}

// As Fastify reads it: a name that stands several times is a list.
function readQuery(url: string): Record<string, string | string[]> {
  const params = new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?')) : '');
  const entries = [...new Set(params.keys())].map((name): [string, string | string[]] => {
    const [first = '', ...others] = params.getAll(name);
    return [name, others.length === 0 ? first : [first, ...others]];
  });
  return Object.fromEntries(entries);
}

function refuse(): void {
  // Nothing is sent to this server.
}
