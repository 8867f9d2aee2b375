/** The options of Fastify's router (`routerOptions`) that decide which URL is which. Its defaults are these. */
export interface RouterOptions {
  /** Text in patterns matches only in its own case. On by default. */
  readonly caseSensitive?: boolean;
  /** `/notes/` is the same as `/notes`. */
  readonly ignoreTrailingSlash?: boolean;
  /** `//notes` is the same as `/notes`. */
  readonly ignoreDuplicateSlashes?: boolean;
  /** The query begins at the first `;` too. */
  readonly useSemicolonDelimiter?: boolean;
  /** A longer segment is no value of a parameter. Unlimited by default. */
  readonly maxParamLength?: number;
}
