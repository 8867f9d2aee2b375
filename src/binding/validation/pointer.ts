/** One step of a JSON pointer (RFC 6901): `/name`, escaped. */
export function toPointer(name: string | number): string {
  return `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
