import { BadRequestError, PayloadTooLargeError, UnsupportedMediaTypeError } from '../../http/http-errors';
import type { HttpRequest } from '../../http/request';
import type { UploadedFile } from '../../http/uploaded-file';
import type { ValidationIssue } from '../../http/validation-error';
import { assertSafeKeys } from '../refused-keys';
import { BufferedFile } from './buffered-file';
import { type FileRule, findFileIssue, missing, notAFile, tooLarge } from './file-rules';
import type { Form, FormPlan } from './form';
import { FormParts } from './form-parts';
import type { FieldPart, FilePart } from './multipart';
import { StreamedFile } from './streamed-file';

/** The form of one request, as far as it has been read. */
export class FormReading implements Form {
  readonly fields = Object.create(null) as Record<string, unknown>;
  readonly files = new Map<string, UploadedFile[]>();
  streamed: StreamedFile | undefined = undefined;
  readonly #parts: FormParts;

  constructor(
    private readonly request: HttpRequest,
    private readonly plan: FormPlan,
    private readonly issues: ValidationIssue[],
  ) {
    this.#parts = new FormParts(request, plan);
  }

  /** Reads the form to its end, or up to a file that is streamed. */
  async read(): Promise<void> {
    for (let part = await this.#parts.next(); part; part = await this.#parts.next()) {
      assertName(part.fieldname);
      if (part.file) await this.#takeFile(part);
      else this.#takeField(part);
      if (this.streamed) return;
    }
  }

  /** Adds what should have come and has not. */
  addMissing(): void {
    for (const [name, rule] of this.plan.rules) {
      const { pointer } = missing(rule);
      const isTold = this.issues.some((issue) => issue.in === 'file' && issue.pointer === pointer);
      if (!rule.isOptional && !this.files.has(name) && !isTold) this.issues.push(missing(rule));
    }
  }

  async readRest(): Promise<void> {
    for (let part = await this.#parts.next(); part; part = await this.#parts.next()) {
      const after = `"${part.fieldname}" came after the streamed file "${String(this.streamed?.fieldName)}"`;
      this.request.log.warn(`${after}, so the view did not get it. Send it before the file.`);
      if (part.file) await this.#parts.readFile(part);
    }
  }

  #takeField({ fieldname, value, valueTruncated }: FieldPart): void {
    if (valueTruncated === true) {
      throw new PayloadTooLargeError('A field of the form is too large.');
    }
    // The library parses a field that says it is JSON.
    if (typeof value !== 'string') throw new UnsupportedMediaTypeError('The fields of the form must be text.');
    const rule = this.plan.rules.get(fieldname);
    if (rule) {
      // A form without a chosen file may have an empty text in its place.
      if (value !== '') this.issues.push(notAFile(rule));
    } else this.fields[fieldname] = fieldname in this.fields ? [this.fields[fieldname], value].flat() : value;
  }

  async #takeFile(part: FilePart): Promise<void> {
    const rule = this.plan.rules.get(part.fieldname);
    const issue = findFileIssue(part, rule, {
      count: this.files.get(part.fieldname)?.length ?? 0,
      rejectsUnknown: this.plan.rejectsUnknown,
    });
    if (issue || !rule) {
      await this.#parts.readFile(part);
      if (issue) this.issues.push(issue);
    } else if (rule.isStreamed && part.filename) {
      this.streamed = new StreamedFile(this.#parts.hold(part), rule);
      this.#take(this.streamed);
    } else await this.#buffer(part, rule);
  }

  async #buffer(part: FilePart, rule: FileRule): Promise<void> {
    const chunks: Buffer[] = [];
    const length = await this.#parts.readFile(part, (chunk, total) => {
      if (total <= rule.maxSize) chunks.push(chunk);
      else chunks.splice(0);
    });
    // A browser sends an empty file without a name where none was chosen.
    if (!part.filename && length === 0) return;
    if (length > rule.maxSize) this.issues.push(tooLarge(rule));
    else this.#take(new BufferedFile(part, Buffer.concat(chunks)));
  }

  #take(file: UploadedFile): void {
    this.files.set(file.fieldName, [...(this.files.get(file.fieldName) ?? []), file]);
  }
}

// The library gives no name where the form has none.
function assertName(name: string | undefined): void {
  if (name === undefined) throw new BadRequestError('A field of the form has no name.');
  // The library's own limit is not applied to forms with files.
  if (name.length > longestName) {
    throw new PayloadTooLargeError(`The name of a field of the form is longer than ${longestName} characters.`);
  }
  assertSafeKeys({ [name]: true }, 'form');
}

const longestName = 200;
