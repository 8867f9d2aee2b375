import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../errors/configuration-error';
import { duplicateLibrary } from '../errors/validation-problems';

/** A module that Node has loaded. */
export interface LoadedModule {
  readonly children?: readonly { readonly id: string }[];
}

/** The libraries that users import beside the framework: one copy of each must serve both. */
const libraries = ['class-validator', 'class-transformer', 'tsyringe'];

/**
 * Finds libraries of which the application has loaded another copy than the framework's. Decorators of that copy would
 * have no effect.
 */
export function readLibraryCopies(
  loaded: Readonly<Record<string, LoadedModule | undefined>> = require.cache,
): Problem[] {
  const imported = new Set<string>();
  for (const [id, each] of Object.entries(loaded)) {
    // What a package uses inside is its own affair.
    if (isOfPackage(id)) continue;
    for (const child of each?.children ?? []) imported.add(child.id);
  }
  return libraries.flatMap((library) => {
    const roots = new Set([...imported].flatMap((id) => readRoot(id, library) ?? []));
    const own = readRoot(require.resolve(library), library);
    if (own !== undefined) roots.add(own);
    return roots.size < 2 ? [] : [duplicateLibrary(library, [...roots].sort().map(describeCopy))];
  });
}

function isOfPackage(id: string): boolean {
  return id.replaceAll('\\', '/').includes('/node_modules/');
}

// The folder of a package that a file belongs to; `undefined` for a file of another.
function readRoot(id: string, library: string): string | undefined {
  const folder = `/node_modules/${library}/`;
  const at = id.replaceAll('\\', '/').lastIndexOf(folder);
  return at === -1 ? undefined : id.slice(0, at + folder.length - 1);
}

function describeCopy(root: string): string {
  try {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
    return `${version} in ${root}`;
  } catch {
    return root;
  }
}
