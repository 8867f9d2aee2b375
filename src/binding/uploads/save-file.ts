import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';

/** Has a file written to a path, in one piece; what was written of one that breaks is removed. */
export async function saveFile(path: string, write: (partial: string) => Promise<void>): Promise<void> {
  // In the same folder, so that it can be renamed.
  const partial = `${path}.${randomUUID()}.part`;
  try {
    await write(partial);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
