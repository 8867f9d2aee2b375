/**
 * A function that is written as text at boot, and the values that the text speaks of, each by a name of its own.
 *
 * Names of fields go into the text as JSON, and all else through the names, so nothing that is named or sent by anybody
 * is ever code.
 */
export class GeneratedFunction {
  readonly #names: string[] = [];
  readonly #values: unknown[] = [];

  /** Gives the name by which the text speaks of a value: the word, and a number. */
  bind(word: string, value: unknown): string {
    const name = `${word}${this.#names.length}`;
    this.#names.push(name);
    this.#values.push(value);
    return name;
  }

  /** The function that the text evaluates to. It may speak of the shared values by the names that they have. */
  compile(source: string, shared: Readonly<Record<string, unknown>> = {}): unknown {
    const names = [...Object.keys(shared), ...this.#names];
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- several times faster than a loop over fields
    const create = new Function(...names, `"use strict";\nreturn ${source};`) as (...values: unknown[]) => unknown;
    return create(...Object.values(shared), ...this.#values);
  }
}
