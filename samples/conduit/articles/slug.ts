import { randomBytes } from 'node:crypto';

// Fastify takes no path parameter of more than 100 characters.
const maxLength = 80;

/** The words of a title, in any script, as one segment of a path. */
export function toSlug(title: string): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['article'];
  // Not in the middle of a character, nor after a hyphen.
  return words
    .join('-')
    .slice(0, maxLength)
    .replace(/[\ud800-\udbff]$|-$/, '');
}

/** The same slug with something behind it that nobody else has. */
export function varySlug(slug: string): string {
  return `${slug}-${randomBytes(4).toString('hex')}`;
}
