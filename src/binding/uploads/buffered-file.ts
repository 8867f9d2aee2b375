import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';

import { UploadedFile } from '../../http/uploaded-file';
import type { FilePart } from './multipart';
import { saveFile } from './save-file';

/** A file that was received before the view was called. */
export class BufferedFile extends UploadedFile {
  override readonly fieldName: string;
  override readonly filename: string;
  override readonly type: string;
  override readonly size: number;
  readonly #bytes: Buffer;

  constructor({ fieldname, filename, mimetype }: FilePart, bytes: Buffer) {
    super();
    this.fieldName = fieldname;
    this.filename = filename ?? '';
    this.type = mimetype;
    this.size = bytes.length;
    this.#bytes = bytes;
  }

  override buffer(): Promise<Buffer> {
    return Promise.resolve(this.#bytes);
  }

  override stream(): Readable {
    const bytes = this.#bytes;
    return new Readable({
      read() {
        this.push(bytes);
        this.push(null);
      },
    });
  }

  override saveTo(path: string): Promise<void> {
    return saveFile(path, (partial) => writeFile(partial, this.#bytes));
  }
}
