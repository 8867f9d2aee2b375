import type { UploadedFile } from '../http/uploaded-file';
import type { DecoratesParameter } from './decorated-parameter';
import { recordParameter } from './record-parameter';

/** What `@File` can be told. */
export interface FileParameterOptions {
  /** In bytes; 5,000,000 unless told. What is larger is refused with 422. */
  readonly maxSize?: number;
  /** The media types that are taken, as `image/png` or `image/*`; any unless told. It is the client that tells them. */
  readonly types?: readonly string[];
  /**
   * Calls the view when the file begins, which then reads it with `stream()` or `saveTo()`. Other fields of the form must
   * come before it. Without it the file is in memory when the view is called.
   */
  readonly stream?: boolean;
  /** The file may be missing: then the argument is `undefined`. */
  readonly optional?: boolean;
}

/** What `@Files` can be told. */
export interface FilesParameterOptions extends Omit<FileParameterOptions, 'stream' | 'optional'> {
  /** How many files the field may have; 10 unless told. */
  readonly maxCount?: number;
  /** There may be none: then the argument is an empty list. */
  readonly optional?: boolean;
}

/**
 * Passes a file of a form (`multipart/form-data`). A method with one takes forms only; `@Body` gives it the other fields.
 * It needs the package `@fastify/multipart`, and no set-up.
 *
 * @example
 * ```ts
 * @Post('/avatar')
 * async change(@File('avatar', { maxSize: 200_000, types: ['image/*'] }) avatar: UploadedFile, @Body() body: Caption) {
 *   await this.avatars.keep(await avatar.buffer(), body.caption);
 * }
 * ```
 */
export function File(
  name: string,
  options: FileParameterOptions & { readonly optional: true },
): DecoratesParameter<UploadedFile | undefined>;
/** Passes a file of a form. Without one the answer is 422. */
export function File(name: string, options?: FileParameterOptions): DecoratesParameter<UploadedFile>;
// An implementation must fit all its overloads.
export function File(name: string, options: FileParameterOptions = {}): DecoratesParameter<never> {
  return recordParameter({ source: 'file', name, file: { ...options, maxCount: 1 } });
}

/** Passes all files of one field of a form, at least one unless they are optional. */
export function Files(name: string, options: FilesParameterOptions = {}): DecoratesParameter<UploadedFile[]> {
  return recordParameter({ source: 'files', name, file: { maxCount: 10, ...options } });
}
