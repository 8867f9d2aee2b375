/** A name as a JSON pointer to it (RFC 6901). */
export function toPointer(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
