import { Readable } from 'node:stream';

import type { FastifyReply, FastifyRequest } from 'fastify';

import { BadRequestError, PayloadTooLargeError } from '../http/http-errors';
import { toHttpRequest } from '../http/request';
import { keepRawBody } from '../http/raw-body';
import { hasBody, ignoreBody } from './request-body';
import { readRouted } from './routed-exchange';

type Done = (error: Error | null, payload?: Readable) => void;

/**
 * A preParsing hook: reads the body of a view that asks for its bytes. Where the view asks for nothing else, they are the
 * body whatever its content type says; else Fastify goes on to parse them.
 */
export function readRawBodyFirst(request: FastifyRequest, reply: FastifyReply, payload: Readable, done: Done): void {
  const exchange = readRouted(request);
  const use = exchange?.endpoint.rawBody;
  if (!exchange || !use) {
    done(null, payload);
    return;
  }
  if (!hasBody(request)) {
    if (use === 'alone') ignoreBody(exchange);
    done(null, payload);
    return;
  }
  readAll(request, payload, (error, bytes = Buffer.alloc(0)) => {
    if (error) {
      // The client may go on sending.
      reply.header('connection', 'close');
      done(error);
      return;
    }
    keepRawBody(toHttpRequest(request), bytes);
    if (use === 'alone') {
      request.body = bytes;
      ignoreBody(exchange);
    }
    done(null, toStream(bytes));
  });
}

function readAll(
  request: FastifyRequest,
  payload: Readable,
  done: (error: Error | undefined, bytes?: Buffer) => void,
): void {
  const { bodyLimit } = request.routeOptions;
  const chunks: Buffer[] = [];
  let length = 0;
  const settle = (error: Error | undefined): void => {
    payload.off('data', onData).off('end', onEnd).off('error', onError);
    done(error, error ? undefined : Buffer.concat(chunks));
  };
  const onEnd = (): void => {
    settle(undefined);
  };
  const onError = (cause: Error): void => {
    settle(new BadRequestError('The body could not be read.', { cause }));
  };
  const onData = (chunk: Buffer | string): void => {
    const bytes = Buffer.from(chunk as Buffer);
    length += bytes.length;
    chunks.push(bytes);
    if (length > bodyLimit) settle(new PayloadTooLargeError());
  };
  if (Number(request.headers['content-length']) > bodyLimit) done(new PayloadTooLargeError());
  else payload.on('data', onData).on('end', onEnd).on('error', onError);
}

function toStream(bytes: Buffer): Readable {
  const stream = new Readable({ read: () => undefined });
  if (bytes.length > 0) stream.push(bytes);
  stream.push(null);
  return stream;
}
