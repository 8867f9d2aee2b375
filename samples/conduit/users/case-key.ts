/**
 * What two names have in common that differ only in case, or in how their characters are composed.
 *
 * It is made here and not by the database, whose `lower()` depends on how each database was set up.
 */
export function toCaseKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
