import type { FastifyRequest } from 'fastify';

const rawBodies = new WeakMap<FastifyRequest, Buffer>();

/** Keeps the bytes of a body for the view that asks for them. */
export function keepRawBody(request: FastifyRequest, bytes: Buffer): void {
  rawBodies.set(request, bytes);
}

/** The bytes of the body as they came; none is an empty buffer. */
export function readRawBody(request: FastifyRequest): Buffer {
  return rawBodies.get(request) ?? Buffer.alloc(0);
}
