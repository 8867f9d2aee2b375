import type { Readable } from 'node:stream';

import type { HttpRequest } from '../../http/request';

/** A text field of a form, as `@fastify/multipart` gives it. */
export interface FieldPart {
  readonly fieldname: string;
  readonly value: unknown;
  readonly valueTruncated?: boolean;
  readonly file?: undefined;
}

/** A file of a form, as `@fastify/multipart` gives it. */
export interface FilePart {
  readonly fieldname: string;
  /** `undefined` or empty where the form has no name of a file. */
  readonly filename: string | undefined;
  readonly mimetype: string;
  readonly file: Readable;
}

/** How much of a form is read. */
export interface PartLimits {
  readonly fileSize: number;
  readonly files: number;
}

interface MultipartRequest {
  isMultipart(): boolean;
  parts(options: {
    readonly limits: PartLimits;
    readonly throwFileSizeLimit: boolean;
  }): AsyncGenerator<FieldPart | FilePart, undefined>;
}

/** Tells whether a request has a form that may hold files, and that can be read. */
export function isMultipart(request: HttpRequest): boolean {
  const { isMultipart: read } = request as unknown as Partial<MultipartRequest>;
  return read?.call(request) === true;
}

/** The parts of the form of a request, in the order in which they come. */
export function openParts(request: HttpRequest, limits: PartLimits): AsyncGenerator<FieldPart | FilePart, undefined> {
  // A file that is too large is told with all other issues.
  return (request as unknown as MultipartRequest).parts({ limits, throwFileSizeLimit: false });
}
