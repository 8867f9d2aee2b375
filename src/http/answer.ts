/** What of the bodies of a view method leaves: the fields of its DTO, and no other. */
export interface Answer {
  /** The JSON text of the fields; `undefined` for what JSON cannot say. */
  readonly write: (body: unknown) => string | undefined;
  /** The fields as a plain value, which `JSON.stringify` gives the same text for. */
  readonly shape: (body: unknown) => unknown;
}
