import { createMetadata } from '../decorators/create-metadata';

/** What `@Doc` tells of an operation. */
export interface DocOptions {
  /** What it does, in a few words. */
  readonly summary?: string;
  /** What else there is to know, in CommonMark. */
  readonly description?: string;
  /** In place of the module's name. */
  readonly tags?: readonly string[];
  readonly deprecated?: boolean;
  /** Stable across renames of the view and the method. Made of both unless told. */
  readonly operationId?: string;
  /** Answers that neither the status of the method nor `@Raises` tells, or other words for those: by status. */
  readonly responses?: Readonly<Record<number, string>>;
  /** Leaves the operation out of the document. */
  readonly hidden?: boolean;
}

/**
 * Describes an operation in the API's document, where its names do not say enough; on a view, each of its methods. What
 * the method says counts before what the view says.
 *
 * @example
 * ```ts
 * @Get()
 * @Doc({ summary: 'Shows a note', deprecated: true })
 * ```
 */
export const Doc = createMetadata<DocOptions>('doc');
