import { inspect } from 'node:util';

const mask = '***';

/**
 * A text that must not be seen: a key, a password. It prints as `***` in text, JSON, logs and `util.inspect`.
 *
 * @example
 * ```ts
 * sign(payload, settings.jwtKey.reveal());
 * ```
 */
export class Secret {
  // A true private field: no logger, serialiser or debugger's copy finds it among the properties.
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return mask;
  }

  toJSON(): string {
    return mask;
  }

  [inspect.custom](): string {
    return mask;
  }
}
