import type { FastifyBaseLogger } from 'fastify';

import type { Exchange } from './exchange';
import type { HttpError } from './http-error';
import type { HttpResponse } from './response';

type Level = 'warn' | 'error';

/** Logs what was answered with 400 and up: 4xx at warn, 5xx at error. */
export class ErrorLog {
  /** `isThere`: whether there is a log at all. */
  constructor(private readonly isThere: boolean) {}

  /** Tells whether a level is logged, or may be. */
  takes({ request }: Exchange, level: Level): boolean {
    // Pino can be asked. What another logger does with a level is its own.
    const log: FastifyBaseLogger & { isLevelEnabled?(level: string): boolean } = request.log;
    return this.isThere && log.isLevelEnabled?.(level) !== false;
  }

  /** Logs an answer, and what was thrown. */
  write(exchange: Exchange, { status, message }: HttpError, err: unknown): void {
    const level = toLevel(status);
    if (!this.takes(exchange, level)) return;
    const { log, method, originalUrl } = exchange.request;
    const text = `${method} ${originalUrl} was answered ${status}: ${message}`;
    try {
      log[level]({ err, status }, text);
    } catch {
      // Anything can be thrown, also what a logger cannot read: pino writes a mark on each error, frozen ones too.
      log[level]({ status }, text);
    }
  }
}

/** Logs an answer of 400 and up that no error made. One that an error made was logged with it. */
export function logAnswer({ request, hasMappedError }: Exchange, { status }: HttpResponse): void {
  if (hasMappedError || status < 400) return;
  request.log[toLevel(status)]({ status }, `${request.method} ${request.originalUrl} was answered ${status}.`);
}

function toLevel(status: number): Level {
  return status < 500 ? 'warn' : 'error';
}
