import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Keeps a folder for this process: PGlite does not look whether another one writes to its files, and would ruin them.
 *
 * @throws when a process that still runs has the folder
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'process.pid');
  const owner = await readOwner(path);
  if (owner !== undefined && isRunning(owner)) {
    throw new Error(
      `The database in ${folder} is in use by process ${owner}. Stop it, or set PGLITE_FOLDER to another.`,
    );
  }

  await rm(path, { force: true });
  // Fails where another process is at this line too.
  await writeFile(path, String(process.pid), { flag: 'wx' });
  return () => rm(path, { force: true });
}

async function readOwner(path: string): Promise<number | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text === '' ? undefined : Number(text);
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It runs, and belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
