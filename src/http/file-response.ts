import type { IncomingMessage } from 'node:http';
import { basename, resolve } from 'node:path';

import type * as SendLibrary from '@fastify/send';
import type { SendResult } from '@fastify/send';
import contentDisposition from 'content-disposition';

import { NotFoundError, PreconditionFailedError, RangeNotSatisfiableError } from './http-errors';
import type { Payload } from './payload';
import type { HttpRequest } from './request';
import { HttpResponse, type HttpResponseOptions } from './response';

/** How a file is sent. */
export interface FileResponseOptions extends HttpResponseOptions {
  /** The name that the client sees; the file's own unless told. */
  readonly filename?: string;
  /** Makes a browser save the file instead of showing it. */
  readonly attachment?: boolean;
  /** The type; the one of the path's extension unless told. */
  readonly contentType?: string;
}

/**
 * Sends a file, with `last-modified`, `etag` and the content type of its extension.
 *
 * A client that has the file is answered 304 (RFC 9110, section 13), one that asks for a range gets 206 and these bytes,
 * or 416 (section 14). A file that is not there, or is a directory, is a 404 that does not say the path.
 *
 * The path is taken as it is, also where it leads to a hidden file: what a client sent must be checked before.
 *
 * @example
 * ```ts
 * return new FileResponse(invoice.path, { attachment: true, filename: `invoice-${invoice.number}.pdf` });
 * ```
 */
export class FileResponse extends HttpResponse {
  constructor(path: string, { filename, attachment, contentType, ...options }: FileResponseOptions = {}) {
    super(path, options);
    if (contentType !== undefined) this.headers.set('content-type', contentType);
    if (filename !== undefined || attachment !== undefined) {
      const type = attachment ? 'attachment' : 'inline';
      this.headers.set('content-disposition', contentDisposition(filename ?? basename(path), { type }));
    }
  }

  /** The path of the file. */
  override get body(): string {
    return super.body as string;
  }

  override set body(path: string) {
    super.body = path;
  }

  /** The content type where the headers have none. @internal */
  override get contentType(): string {
    return 'application/octet-stream';
  }

  /** What is written. @internal */
  override async toPayload(request: HttpRequest): Promise<Payload> {
    const result = await openFile(this.body, readConditions(request, this.status));
    this.#apply(result);
    if (result.statusCode !== 304 && request.method !== 'HEAD') return result.stream;
    result.stream.destroy();
    return undefined;
  }

  // What the view set stays; that a part of the file or nothing is sent only shows here.
  #apply({ statusCode, headers }: SendResult): void {
    if (statusCode !== 200) this.status = statusCode;
    for (const [name, value] of Object.entries(headers)) {
      if (!this.headers.has(name)) this.headers.set(name, value);
    }
  }
}

/** What of a request decides which bytes of the file are sent. */
type ReadConditions = Pick<IncomingMessage, 'method' | 'headers'>;

// Conditions and ranges are about what a GET would answer with 200, and mean nothing for any other answer.
function readConditions({ raw, method }: HttpRequest, status: number): ReadConditions {
  const isPlainRead = (method === 'GET' || method === 'HEAD') && status === 200;
  return isPlainRead ? raw : { method, headers: {} };
}

async function openFile(path: string, request: ReadConditions): Promise<SendResult> {
  // The library takes a path of a URL: it decodes it, and refuses "..".
  const encoded = resolve(path).replaceAll('%', '%25');
  const result = await loadLibrary().send(request as IncomingMessage, encoded, {
    dotfiles: 'allow',
    index: false,
    cacheControl: false,
  });
  if (result.type === 'file') return result;

  result.stream.destroy();
  throw toFileError(result);
}

// Only who sends files waits for it: it brings a table of all content types.
function loadLibrary(): typeof SendLibrary {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it at start
  return require('@fastify/send') as typeof SendLibrary;
}

function toFileError(result: SendResult): unknown {
  const { statusCode, headers } = result;
  if (statusCode === 412) return new PreconditionFailedError();
  if (statusCode === 416) return new RangeNotSatisfiableError(undefined, { headers: pickRange(headers) });
  const cause = result.type === 'error' ? result.metadata.error : undefined;
  return statusCode === 500 ? cause : new NotFoundError(undefined, { cause });
}

function pickRange(headers: Record<string, string>): Record<string, string> {
  const range = headers['Content-Range'];
  return range === undefined ? {} : { 'content-range': range };
}
