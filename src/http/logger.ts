import type { FastifyBaseLogger } from 'fastify';

/**
 * The application's log: pino, or what the kernel was given. Also an injection token: what belongs to a request gets the
 * log of its request, which adds the request's id to every line.
 */
// The class is what makes the type a token; the interface of the same name gives it its members.
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export abstract class Logger {}

/** Pino's methods: `info`, `warn`, `error` … */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging, @typescript-eslint/no-empty-object-type
export interface Logger extends FastifyBaseLogger {}
