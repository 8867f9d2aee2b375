/**
 * Tells a browser from a client that wants JSON, by its `accept` header (RFC 9110, section 12.5.1): HTML must be asked
 * for by name, and more than JSON is. `*` and `*` alone, as curl and fetch send it, is no wish for HTML.
 */
export function prefersHtml(accept: string | undefined): boolean {
  if (accept === undefined) return false;
  const json = Math.max(readQuality(accept, 'application/json'), readQuality(accept, 'application/problem+json'));
  return readQuality(accept, 'text/html') > json;
}

function readQuality(accept: string, mediaType: string): number {
  for (const range of accept.toLowerCase().split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
    if (type === mediaType) return readWeight(parameters);
  }
  return 0;
}

function readWeight(parameters: readonly string[]): number {
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return weight === undefined ? 1 : Number(weight.slice(2)) || 0;
}
