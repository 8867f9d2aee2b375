import type { UploadedFile } from '../../http/uploaded-file';
import type { FileRule } from './file-rules';
import type { StreamedFile } from './streamed-file';

/** What a form holds: its text, and its files by the name of their field. */
export interface Form {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, readonly UploadedFile[]>;
  /** The file that the view reads itself. What comes after it in the form is not read. */
  readonly streamed: StreamedFile | undefined;
  /** Reads what comes after the streamed file, and drops it. */
  readRest(): Promise<void>;
}

/** What is read of a form, decided at boot. */
export interface FormPlan {
  /** By the name of the field. */
  readonly rules: ReadonlyMap<string, FileRule>;
  readonly rejectsUnknown: boolean;
  /** In bytes, all of the form. */
  readonly limit: number;
}
