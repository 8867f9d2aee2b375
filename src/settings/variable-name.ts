/**
 * The variable that fills a field: words in capitals, with underscores between them.
 *
 * A word starts at a capital after a small letter or a digit (`databaseUrl`, `s3Key`), and at the last of several capitals
 * when a small letter follows (`URLPath`). A digit starts none: `ipv4` is `IPV4`, `sha256Sum` is `SHA256_SUM`.
 */
export function toVariableName(field: string): string {
  return field.replace(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, '_').toUpperCase();
}
