import type { Readable } from 'node:stream';

/**
 * A file that came with a form. What is said of it is what the client says: its name is no path, and its type is not
 * proved by its bytes.
 */
export abstract class UploadedFile {
  /** The name of the form's field. */
  abstract readonly fieldName: string;
  /** The name that the file has at the client, without folders. Never use it as a path. */
  abstract readonly filename: string;
  /** The media type, in lower case and without parameters: `image/png`. */
  abstract readonly type: string;
  /** In bytes; of a streamed file, those that have been read so far. */
  abstract readonly size: number;

  /** All bytes. A streamed file is read for it, once. */
  abstract buffer(): Promise<Buffer>;

  /** The bytes as a stream. That of a streamed file is one and the same, and is read once. */
  abstract stream(): Readable;

  /**
   * Writes the file to a path, in one piece: until all bytes are there it has another name, and whatever goes wrong
   * before is removed. A file that is there is replaced.
   */
  abstract saveTo(path: string): Promise<void>;
}
