import { createWriteStream } from 'node:fs';
import { type Readable, Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { UploadedFile } from '../../http/uploaded-file';
import { ValidationError } from '../../http/validation-error';
import { tooLarge, type FileRule } from './file-rules';
import { toFormError } from './form-errors';
import type { FilePart } from './multipart';
import { saveFile } from './save-file';

/** A file that is received while the view reads it. */
export class StreamedFile extends UploadedFile {
  override readonly fieldName: string;
  override readonly filename: string;
  override readonly type: string;
  readonly #bytes: MeasuredStream;

  constructor({ fieldname, filename, mimetype, file }: FilePart, rule: FileRule) {
    super();
    this.fieldName = fieldname;
    this.filename = filename ?? '';
    this.type = mimetype;
    this.#bytes = new MeasuredStream(rule);
    file.on('error', (error: Error) => this.#bytes.destroy(toFormError(error)));
    // A view may never read it: its end is no one's surprise then.
    this.#bytes.on('error', ignore).on('close', () => {
      file.unpipe(this.#bytes);
    });
    file.pipe(this.#bytes);
  }

  override get size(): number {
    return this.#bytes.length;
  }

  /** Whether all bytes have been read. */
  get isRead(): boolean {
    return this.#bytes.readableEnded;
  }

  override async buffer(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.#bytes) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  override stream(): Readable {
    return this.#bytes;
  }

  override saveTo(path: string): Promise<void> {
    return saveFile(path, (partial) => pipeline(this.#bytes, createWriteStream(partial)));
  }
}

// Breaks where the file is larger than it may be.
class MeasuredStream extends Transform {
  length = 0;

  constructor(private readonly rule: FileRule) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.length += chunk.length;
    if (this.length > this.rule.maxSize) done(new ValidationError([tooLarge(this.rule)]));
    else done(null, chunk);
  }
}

function ignore(): void {
  // Who reads the stream gets the error.
}
