import type { HttpRequest } from '../../http/request';
import type { FormPlan } from './form';
import { toFormError } from './form-errors';
import { FormGuard } from './form-guard';
import { type FieldPart, type FilePart, isMultipart, openParts } from './multipart';

/** The parts of the form of one request, one after the other. */
export class FormParts {
  readonly #guard: FormGuard | undefined;
  readonly #parts: AsyncGenerator<FieldPart | FilePart, undefined> | undefined;
  #isCounted = false;

  constructor(request: HttpRequest, { rules, limit }: FormPlan) {
    // Without a body there is no form, and so no part.
    if (!isMultipart(request)) return;
    const all = [...rules.values()];
    // One byte more than any file may have tells that it has too many. What is no one's file counts, too.
    const fileSize = Math.max(...all.map(({ maxSize }) => maxSize)) + 1;
    const files = all.reduce((sum, { maxCount }) => sum + maxCount, 10);
    this.#guard = new FormGuard(request, limit);
    this.#parts = openParts(request, { fileSize, files });
  }

  /** The next part; `undefined` at the end. A file must be read before it is asked for. */
  async next(): Promise<FieldPart | FilePart | undefined> {
    if (!this.#parts || !this.#guard) return undefined;
    try {
      const work = this.#parts.next();
      if (!this.#isCounted) this.#guard.count();
      this.#isCounted = true;
      const result = await this.#guard.race(work);
      return result.done === true ? undefined : result.value;
    } catch (error) {
      throw toFormError(error);
    }
  }

  /** Reads a file to its end and gives away what comes. The answer is its length. */
  async readFile(part: FilePart, take: (chunk: Buffer, total: number) => void = drop): Promise<number> {
    let total = 0;
    try {
      for await (const chunk of this.hold(part).file) {
        total += (chunk as Buffer).length;
        take(chunk as Buffer, total);
      }
    } catch (error) {
      throw toFormError(error);
    }
    return total;
  }

  /** Whoever reads the file from now on is told when the form breaks. */
  hold(part: FilePart): FilePart {
    if (this.#guard) this.#guard.current = part.file;
    return part;
  }
}

function drop(): void {
  // It is read so that what follows it can be.
}
