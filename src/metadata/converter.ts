/** How one kind of path parameter is recognised, turned into a value, and back into text. */
export interface Converter<T = unknown> {
  /** What a pattern calls it: `<name:parameter>`. */
  readonly name: string;
  /** The whole of a decoded segment must match it. */
  readonly pattern: RegExp;
  /** Turns the text into a value; throwing means that the route does not match. */
  readonly parse: (text: string) => T;
  /** Turns a value into text that `pattern` matches, for reversing. */
  format(value: T): string;
}
